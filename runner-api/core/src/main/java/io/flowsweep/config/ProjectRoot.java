package io.flowsweep.config;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that a file's project is in; includes stay inside it. */
public final class ProjectRoot {

    private static final List<String> BUILDS =
            List.of("pom.xml", "settings.gradle", "settings.gradle.kts", "build.gradle", "build.gradle.kts");

    private ProjectRoot() {}

    /**
     * The nearest folder upwards that holds {@code .git}; else the nearest that holds a Maven or Gradle build; else the
     * working directory when the file is below it; else the file's own folder.
     */
    public static Path of(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path here = Path.of("").toAbsolutePath().normalize();
        return nearest(folder, List.of(".git"))
                .or(() -> nearest(folder, BUILDS))
                .orElse(folder.startsWith(here) ? here : folder);
    }

    /**
     * A file of the project that another file names.
     *
     * @param root the project's folder
     * @param directory where relative names start
     * @param where {@code file:line} of the name
     * @return absolute; the file need not exist
     * @throws InvalidInputException when the name is no path or leads outside, also by a symbolic link
     */
    public static Path inside(Path root, Path directory, String name, String where) {
        try {
            Path file = directory.resolve(name).toAbsolutePath().normalize();
            boolean exists = Files.exists(file);
            if (file.startsWith(root) && (!exists || file.toRealPath().startsWith(root.toRealPath()))) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new InvalidInputException("\"" + name + "\" is no path", where, "");
        } catch (IOException e) {
            throw new InvalidInputException("\"" + name + "\" cannot be read: " + e.getMessage(), where, "");
        }
        throw new InvalidInputException(
                "\"" + name + "\" lies outside the project " + root, where, "Copy it into the project.");
    }

    private static Optional<Path> nearest(Path folder, List<String> marks) {
        return Stream.iterate(folder, up -> up != null, Path::getParent)
                .filter(up -> marks.stream().anyMatch(mark -> Files.exists(up.resolve(mark))))
                .findFirst();
    }
}
