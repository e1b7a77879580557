package io.flowsweep.plots.statistics;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what one variant measured, row by row. Rows of one repeat are one value, their mean. Not thread-safe. */
public final class RepeatCollector {

    private final Map<Object, Mean> means = new LinkedHashMap<>();
    private int most;

    private static final class Mean {
        private double value;
        private int rows;

        void add(double more) {
            rows++;
            value += (more - value) / rows;
        }
    }

    /**
     * One more row.
     *
     * @param repeat its seed or number
     * @param value finite
     */
    public void add(Object repeat, double value) {
        Mean mean = means.computeIfAbsent(repeat, r -> new Mean());
        mean.add(value);
        most = Math.max(most, mean.rows);
    }

    public boolean isEmpty() {
        return means.isEmpty();
    }

    /** How many rows one repeat has at most. */
    public int mostRows() {
        return most;
    }

    /** What has been gathered so far. */
    public Repeats named(String name) {
        Map<Object, Double> values = new LinkedHashMap<>();
        means.forEach((repeat, mean) -> values.put(repeat, mean.value));
        return new Repeats(name, values);
    }
}
