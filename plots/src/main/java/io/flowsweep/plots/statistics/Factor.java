package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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

    /**
     * A class from 0 for each observation: one for each value, or at most {@code most} with equally many observations each
     * when a numeric factor has more values than that.
     */
    int[] classes(int most) {
        Map<Object, Integer> distinct = new HashMap<>();
        if (numeric()) {
            new TreeSet<>(values.stream().map(Double.class::cast).toList())
                    .forEach(v -> distinct.put(v, distinct.size()));
        }
        values.forEach(v -> distinct.putIfAbsent(v, distinct.size()));
        if (!numeric() || distinct.size() <= most) {
            return values.stream().mapToInt(distinct::get).toArray();
        }
        List<Object> sorted = new ArrayList<>(values);
        sorted.sort((a, b) -> Double.compare((Double) a, (Double) b));
        Map<Object, Integer> binned = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            binned.putIfAbsent(sorted.get(i), (int) ((long) i * most / sorted.size()));
        }
        return values.stream().mapToInt(binned::get).toArray();
    }
}
