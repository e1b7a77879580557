package io.flowsweep.sweep.events;

import io.flowsweep.sweep.spec.MetricSpec.Goal;
import java.util.Optional;

/**
 * A metric as a column of results.
 *
 * @param unit for instance {@code 1/s}; absent when it has none
 * @param goal which direction is better; absent when neither is
 * @param reported under which name the flow reports its intermediate values; absent when it is not read from such
 */
public record MetricColumn(String name, Optional<String> unit, Optional<Goal> goal, Optional<String> reported) {

    /** A metric that is not read from reported values. */
    public MetricColumn(String name, Optional<String> unit, Optional<Goal> goal) {
        this(name, unit, goal, Optional.empty());
    }
}
