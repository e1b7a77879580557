package io.flowsweep.sweep.file.axis;

import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Files that a sweep file names by a pattern: {@code backend/*.conf}. The pattern stands in the last part of the path. */
final class FileGlob {

    private FileGlob() {}

    /** The files by the names that they are given, sorted; empty when something is wrong, which is then a problem. */
    static Map<String, Path> find(SpaceContext context, String pattern, Function<Path, String> naming, String where) {
        int slash = pattern.lastIndexOf('/');
        String folderName = slash < 0 ? "." : pattern.substring(0, slash);
        Map<String, Path> found = new TreeMap<>();
        try {
            Path folder = context.names().inside(folderName, where);
            PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern.substring(slash + 1));
            for (Path file : files(folder)) {
                if (matcher.matches(file.getFileName())) {
                    add(found, naming.apply(file), file, context, where);
                }
            }
        } catch (IOException | InvalidPathException | PatternSyntaxException e) {
            context.problems().add(where, "\"" + pattern + "\" cannot be looked up: " + e.getMessage(), "");
            return Map.of();
        }
        if (found.isEmpty()) {
            Path folder = context.names().inside(folderName, where);
            context.problems()
                    .add(
                            where,
                            "no file matches \"" + pattern + "\"",
                            ("The path begins in the folder of the file. " + near(folder, pattern.substring(slash + 1)))
                                    .strip());
        }
        return found;
    }

    /** What is there instead: folders beside a missing one, files beside missing ones. */
    private static String near(Path folder, String files) {
        boolean missing = !Files.isDirectory(folder);
        Path searched = missing ? folder.getParent() : folder;
        try (Stream<Path> all = Files.list(searched)) {
            List<String> names = all.filter(path -> missing == Files.isDirectory(path))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
            return Suggestions.didYouMean(missing ? folder.getFileName().toString() : files, names);
        } catch (IOException e) {
            return "";
        }
    }

    private static void add(Map<String, Path> found, String name, Path file, SpaceContext context, String where) {
        Path other = found.put(name, file);
        if (other != null) {
            context.problems()
                    .add(where, "\"" + other.getFileName() + "\" and \"" + file.getFileName() + "\" have one name", "");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /** The file's name without its extension. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
