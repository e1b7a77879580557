package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.internal.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * One axis among parallel ones, from 0 at the bottom to 1 at the top. Texts lie evenly in the order they came. Numbers lie
 * by size, on a logarithmic scale when all are above 0 and the largest is at least a hundred times the least.
 */
final class ParallelAxis {

    private static final int MOST_TICKS = 12;
    private static final double WIDE = 100;

    private final Field field;
    private final boolean mustLog;
    private final Map<Object, Integer> seen = new LinkedHashMap<>();
    private double low;
    private double high;
    private boolean log;

    ParallelAxis(Field field) {
        this(field, false);
    }

    ParallelAxis(Field field, boolean log) {
        this.field = field;
        this.mustLog = log;
    }

    Object read(int row) {
        Object value = field.get(row);
        if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
            seen.putIfAbsent(value, seen.size());
        }
        return value;
    }

    String label() {
        return field.label() + (log ? " (log)" : "");
    }

    /** Sets the ends of the axis to those of the values read. */
    void settle() {
        settle(
                field.numeric()
                        ? seen.keySet().stream().mapToDouble(v -> (Double) v).toArray()
                        : new double[] {0, seen.size() - 1});
    }

    void settle(double... values) {
        low = DoubleStream.of(values).min().orElse(0);
        high = DoubleStream.of(values).max().orElse(1);
        log = field.numeric() && low > 0 && (mustLog || high / low >= WIDE);
    }

    /** From 0 to 1; empty for a missing value. */
    OptionalDouble place(Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return OptionalDouble.empty();
        }
        double number = value instanceof Double d ? d : seen.get(value);
        if (low == high) {
            return OptionalDouble.of(0.5);
        }
        return OptionalDouble.of(
                log ? Math.log(number / low) / Math.log(high / low) : (number / 2 - low / 2) / (high / 2 - low / 2));
    }

    /** What stands beside the axis, and where: each value when they are few, else the ends. */
    Map<String, Double> ticks() {
        Map<String, Double> ticks = new LinkedHashMap<>();
        if (!field.numeric()) {
            seen.keySet().forEach(v -> ticks.put(Field.text(v), place(v).orElseThrow()));
        } else if (!seen.isEmpty() && seen.size() <= MOST_TICKS) {
            new TreeSet<>(seen.keySet()).forEach(v -> ticks.put(Field.text(v), place(v).orElseThrow()));
        } else {
            ticks.put(Numbers.rounded(low, 3), place(low).orElseThrow());
            ticks.put(Numbers.rounded(high, 3), place(high).orElseThrow());
        }
        return ticks;
    }
}
