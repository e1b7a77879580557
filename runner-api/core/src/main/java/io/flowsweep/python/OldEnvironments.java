package io.flowsweep.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes environments that nobody has used for long. */
final class OldEnvironments {

    /** So long an environment stays that nobody uses. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{" + PythonEnvironments.KEY_DIGITS + "})[.-].*");

    private OldEnvironments() {}

    /** @param folder of all environments */
    static void removeFrom(Path folder) throws IOException {
        Instant limit = Instant.now().minus(KEPT);
        for (String key : keys(folder)) {
            EnvironmentFiles files = new EnvironmentFiles(folder, key);
            if (files.lastUse().isBefore(limit)) {
                EnvironmentUse.ifNone(files.used(), files::remove);
            }
        }
    }

    private static List<String> keys(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .distinct()
                    .toList();
        }
    }
}
