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
     * Sees that a text is a glob.
     *
     * @param where {@code file:line} of it
     * @return the glob
     * @throws InvalidInputException when it is none
     */
    public static String checked(String glob, String where) {
        matcher(glob, where);
        return glob;
    }

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
        int slash = fixed ? glob.length() - 1 : glob.lastIndexOf('/', special);
        Path start = folder.resolve(glob.substring(0, slash + 1)).normalize();
        if (!Files.exists(start)) {
            return List.of();
        }
        String rest = fixed ? "**" : glob.substring(slash + 1);
        PathMatcher matcher = matcher(orNoFolder(rest), "");
        PathMatcher withoutFolders = matcher(rest.replaceAll("(?<![^/{,])\\*\\*/", ""), "");
        try (Stream<Path> files = Files.walk(entered(start), depth(rest))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::normalize)
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

    /** For the JDK {@code **}{@code /} stands for at least one folder; within braces it cannot be told that none will do, too. */
    private static String orNoFolder(String glob) {
        StringBuilder all = new StringBuilder();
        boolean braces = false;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            braces = c == '{' || braces && c != '}';
            if (!braces && glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
                all.append("{**/,}");
                i += 2;
            } else {
                all.append(c);
            }
        }
        return all.toString();
    }

    /** A link to a folder that a glob names is followed; one that it only finds is not. */
    private static Path entered(Path start) {
        return Files.isDirectory(start) ? start.resolve(".") : start;
    }

    private static PathMatcher matcher(String glob, String where) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new InvalidInputException("\"" + glob + "\" is no glob: " + e.getDescription(), where, "");
        }
    }
}
