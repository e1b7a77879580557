package io.flowsweep.sweep.results;

import java.util.List;

/**
 * What came of adding variants to a sweep.
 *
 * @param names of those that were added
 * @param present names of those that the sweep had already; they are not run again
 */
public record Added(List<String> names, List<String> present) {

    public Added {
        names = List.copyOf(names);
        present = List.copyOf(present);
    }
}
