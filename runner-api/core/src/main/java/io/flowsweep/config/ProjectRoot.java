package io.flowsweep.config;

import java.nio.file.Files;
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

    private static Optional<Path> nearest(Path folder, List<String> marks) {
        return Stream.iterate(folder, up -> up != null, Path::getParent)
                .filter(up -> marks.stream().anyMatch(mark -> Files.exists(up.resolve(mark))))
                .findFirst();
    }
}
