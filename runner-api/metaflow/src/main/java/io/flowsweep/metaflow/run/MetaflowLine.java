package io.flowsweep.metaflow.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that Metaflow prints while a run goes on: {@code 2026-11-25 21:44:41.355 [RUN/STEP/TASK (pid N)] text}.
 *
 * @param at by the clock of this machine
 * @param place the task that it is about; empty when it is about the run
 * @param process that of the task
 * @param text without time and place; Metaflow takes the blanks before it away
 */
public record MetaflowLine(Optional<Instant> at, Optional<Place> place, OptionalLong process, String text) {

    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) (?:\\[([^/\\]\\s]+)/([^/\\]\\s]+)/([^/\\]\\s]+)(?: \\(pid (\\d{1,9})\\))?\\] ?)?(.*)");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    /**
     * A task of a run.
     *
     * @param run Metaflow's id of the run
     * @param task Metaflow's id of the task, a number
     */
    public record Place(String run, String step, String task) {

        /** By which it is on record here. */
        public String id() {
            return step + "-" + task;
        }

        /** Tasks of a run that were carried out later have a greater one; a task whose id is no number comes last. */
        long order() {
            return task.matches("\\d{1,18}") ? Long.parseLong(task) : Long.MAX_VALUE;
        }
    }

    /** What a line says; one of another form has neither time nor place. */
    public static MetaflowLine parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return new MetaflowLine(Optional.empty(), Optional.empty(), OptionalLong.empty(), line);
        }
        Optional<Place> place = parts.group(2) == null
                ? Optional.empty()
                : Optional.of(new Place(parts.group(2), parts.group(3), parts.group(4)));
        OptionalLong process =
                parts.group(5) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(5)));
        return new MetaflowLine(time(parts.group(1)), place, process, parts.group(6));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
