package io.flowsweep.sweep.file;

import java.util.Optional;

/**
 * Where a column of results comes from. A view: changing it reruns nothing.
 *
 * @param name the column
 * @param source what kind of thing it is read from
 * @param of the artifact's or the reported metric's name
 * @param goal the direction that is better; empty when neither is
 * @param unit for titles, for instance {@code 1/s}; empty when it has none
 * @param where {@code file:line}
 */
public record MetricSpec(
        String name, Source source, String of, Optional<Goal> goal, Optional<String> unit, String where) {

    /** What a metric is read from. */
    public enum Source {
        /** The artifact of the last task. */
        ARTIFACT,
        /** The last value reported under that name. */
        REPORTED
    }

    /** Which direction is better. */
    public enum Goal {
        MAXIMIZE,
        MINIMIZE
    }
}
