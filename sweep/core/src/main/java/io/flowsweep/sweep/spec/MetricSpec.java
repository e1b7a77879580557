package io.flowsweep.sweep.spec;

import io.flowsweep.source.PrintedReadings;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a column of results comes from. A view: changing it reruns nothing.
 *
 * @param name the column
 * @param source what kind of thing it is read from
 * @param of the name of the artifact, of the reported or printed metric, of the resource or of the step, {@link #RUN} for the whole
 *     run; the regular expression; the file and column
 * @param reduce what of all reported values counts; {@link Reduction#LAST} for every other source
 * @param goal the direction that is better; empty when neither is
 * @param unit for titles, for instance {@code 1/s}; empty when it has none
 * @param where {@code file:line}
 */
public record MetricSpec(
        String name,
        Source source,
        String of,
        Reduction reduce,
        Optional<Goal> goal,
        Optional<String> unit,
        String where) {

    /** The duration of a run as a whole. */
    public static final String RUN = "run";

    /** What a metric is read from. */
    public enum Source {
        /** The artifact of the last task. */
        ARTIFACT,
        /** The values reported under that name. */
        REPORTED,
        /** A value that is printed with its name, {@code val_acc=0.93}. */
        STDOUT,
        /** What a regular expression finds in the lines that are printed, as its group {@code value}. */
        PATTERN,
        /** A column of a CSV file that a command writes, {@code FILE:COLUMN}. */
        CSV,
        /** What the run took of the machine; see {@link Resource}. */
        RESOURCE,
        /** How long the run took, or all tasks of one of its steps together, in seconds. */
        DURATION
    }

    /** The name under which its values are reported while a run goes on; empty when they are known at the end only. */
    public Optional<String> reportedAs() {
        return switch (source) {
            case REPORTED, STDOUT -> Optional.of(of);
            case PATTERN -> Optional.of(name);
            case CSV -> Optional.of(of);
            case ARTIFACT, RESOURCE, DURATION -> Optional.empty();
        };
    }

    /** The regular expression by which its values are found in what is printed; empty when they are not. */
    public Optional<String> pattern() {
        return switch (source) {
            case STDOUT -> Optional.of(PrintedReadings.ofName(of));
            case PATTERN -> Optional.of(of);
            default -> Optional.empty();
        };
    }

    /** Whether it measures the machine rather than the flow: the same variant gives another value elsewhere. */
    public boolean ofTheMachine() {
        return source == Source.RESOURCE || source == Source.DURATION;
    }

    /** What a run takes of the machine. */
    public enum Resource {
        /** The most memory that was resident at once, of all its processes. */
        PEAK_MEMORY("MiB"),
        /** Seconds of all processors, of all its processes. */
        CPU_SECONDS("s"),
        /** From the start of its first process to the end of the last. */
        WALL_SECONDS("s");

        private final String unit;

        Resource(String unit) {
            this.unit = unit;
        }

        /** In which it is told. */
        public String unit() {
            return unit;
        }

        /** As it is written in a sweep file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which direction is better. */
    public enum Goal {
        MAXIMIZE,
        MINIMIZE
    }
}
