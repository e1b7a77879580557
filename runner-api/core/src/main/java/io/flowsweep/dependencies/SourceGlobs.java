package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the {@code .java} files that patterns name: a file, a folder with all below it, or a name with {@code *} (within a
 * folder), {@code **} (across folders), {@code ?}, {@code {a,b}} and {@code [abc]}.
 */
public final class SourceGlobs {

    private SourceGlobs() {}

    /**
     * @param root where relative patterns start
     * @throws InvalidInputException when a pattern names no source
     */
    public static List<Path> files(Path root, List<String> patterns) {
        List<Path> files = new ArrayList<>();
        for (String pattern : patterns) {
            List<Path> found = files(root.resolve(fixed(pattern)).normalize(), pattern);
            if (found.isEmpty()) {
                throw new InvalidInputException(
                        "no source matches \"" + pattern + "\"",
                        SourceFile.shown(root),
                        "* stands for a part of a name, ** for folders too.");
            }
            files.addAll(found);
        }
        return files;
    }

    private static List<Path> files(Path start, String pattern) {
        if (!Files.exists(start)) {
            return List.of();
        }
        String rest = pattern.substring(fixed(pattern).length());
        String below = rest.startsWith("/") ? rest.substring(1) : rest;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + (below.isEmpty() ? "**" : below));
        return SourceTree.below(start, ".java").stream()
                .filter(file -> file.equals(start) || matcher.matches(start.relativize(file)))
                .toList();
    }

    /** The folders in front of the first one that is a pattern. */
    private static String fixed(String pattern) {
        int special = 0;
        while (special < pattern.length() && "*?{[".indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        return special == pattern.length()
                ? pattern
                : pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', special)));
    }
}
