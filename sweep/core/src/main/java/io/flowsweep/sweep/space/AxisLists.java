package io.flowsweep.sweep.space;

import io.flowsweep.sweep.space.domain.EitherDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The axes of several spaces together. */
final class AxisLists {

    private AxisLists() {}

    /** @throws IllegalArgumentException when two of the spaces vary one path */
    static void disjoint(List<? extends Space> parts) {
        Set<String> paths = new HashSet<>();
        for (Space part : parts) {
            for (Axis axis : part.axes()) {
                if (!paths.add(axis.path())) {
                    throw new IllegalArgumentException("two axes vary " + axis.path());
                }
            }
        }
    }

    /** One axis for each path, in the order in which paths first come, with the values of all that vary it. */
    static List<Axis> merged(List<Space> parts) {
        Map<String, List<Axis>> byPath = new LinkedHashMap<>();
        for (Space part : parts) {
            for (Axis axis : part.axes()) {
                byPath.computeIfAbsent(axis.path(), path -> new ArrayList<>()).add(axis);
            }
        }
        return byPath.values().stream()
                .map(axes -> axes.get(0)
                        .with(EitherDomain.of(axes.stream().map(Axis::domain).toList())))
                .toList();
    }
}
