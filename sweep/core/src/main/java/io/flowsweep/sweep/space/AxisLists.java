package io.flowsweep.sweep.space;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The axes of several spaces together. */
final class AxisLists {

    private AxisLists() {}

    /** @throws IllegalArgumentException when two of the spaces vary one path */
    static void disjoint(List<Space> parts) {
        Set<String> paths = new HashSet<>();
        for (Space part : parts) {
            for (Axis axis : part.axes()) {
                if (!paths.add(axis.path())) {
                    throw new IllegalArgumentException("two axes vary " + axis.path());
                }
            }
        }
    }
}
