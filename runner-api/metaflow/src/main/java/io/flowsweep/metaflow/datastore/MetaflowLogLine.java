package io.flowsweep.metaflow.datastore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line that a task printed.
 *
 * @param at when Metaflow took it; empty of a line that has no mark
 * @param text without line end
 */
public record MetaflowLogLine(Optional<Instant> at, String text) {

    /** {@code [MFLOG|version|time in UTC|source|id]message}, after Metaflow's mflog. */
    private static final Pattern FRAME =
            Pattern.compile("\\[MFLOG\\|\\d+\\|([^|]{1,40})\\|[^|]{0,40}\\|[^\\]]{0,60}\\](.*)");

    /** The lines of logs, each log in its order; one that is not there has none. */
    static List<MetaflowLogLine> read(List<Path> logs) {
        List<MetaflowLogLine> lines = new ArrayList<>();
        for (Path log : logs) {
            try {
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .map(MetaflowLogLine::parse)
                        .forEach(lines::add);
            } catch (NoSuchFileException e) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    static MetaflowLogLine parse(String line) {
        Matcher frame = FRAME.matcher(line);
        return frame.matches()
                ? new MetaflowLogLine(instant(frame.group(1)), frame.group(2))
                : new MetaflowLogLine(Optional.empty(), line);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
