package io.flowsweep.plots.statistics;

import java.util.List;

/**
 * What was varied: its value in each observation.
 *
 * @param values all {@code Double}s, or all of another type; at least one
 */
public record Factor(String name, List<Object> values) {

    public Factor {
        values = List.copyOf(values);
    }

    boolean numeric() {
        return values.stream().allMatch(v -> v instanceof Double);
    }
}
