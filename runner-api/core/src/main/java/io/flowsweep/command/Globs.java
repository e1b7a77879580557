package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Finds files by globs: {@code *} stands for a part of a name, {@code **} for folders too, also none; {@code ?}, {@code {a,b}} and
 * {@code [abc]} are as usual. A glob that names a folder stands for all files below it.
 */
public final class Globs {

    private Globs() {}

    /**
     * The regular files that a glob matches, absolute and in order.
     *
     * @param glob from the folder, may begin with {@code ..}
     */
    public static List<Path> files(Path folder, String glob) {
        int special = 0;
        while (special < glob.length() && "*?{[".indexOf(glob.charAt(special)) < 0) {
            special++;
        }
        boolean fixed = special == glob.length();
        int slash = fixed ? glob.length() : glob.lastIndexOf('/', special);
        Path start = folder.resolve(glob.substring(0, Math.max(0, slash))).normalize();
        if (!Files.exists(start)) {
            return List.of();
        }
        String rest = fixed ? "**" : glob.substring(slash + 1);
        PathMatcher matcher = matcher(rest);
        PathMatcher withoutFolders = matcher(rest.replace("**/", ""));
        try (Stream<Path> files = Files.walk(start, depth(rest))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.equals(start)
                            || matcher.matches(start.relativize(file))
                            || withoutFolders.matches(start.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            throw new InvalidInputException("the folder " + start + " cannot be read: " + e.getMessage(), "", "");
        }
    }

    /** Folders below those that a glob can reach are not looked into. */
    private static int depth(String glob) {
        return glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(c -> c == '/').count() + 1;
    }

    private static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new InvalidInputException("\"" + glob + "\" is no glob: " + e.getDescription(), "", "");
        }
    }
}
