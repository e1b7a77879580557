package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.internal.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * One axis among parallel ones, from 0 at the bottom to 1 at the top. Texts lie evenly in the order they came. Numbers lie
 * by size, on a logarithmic scale when all are above 0 and the largest is at least a hundred times the least.
 */
final class ParallelAxis {

    private static final int MOST_TICKS = 12;

    private final Field field;
    private final boolean mustLog;
    private final Map<Object, Integer> seen = new LinkedHashMap<>();
    private ParallelScale scale = ParallelScale.of(false);

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
        return field.label() + (scale.log() ? " (log)" : "");
    }

    /** Sets the ends of the axis to those of the values read. */
    void settle() {
        settle(
                field.numeric()
                        ? seen.keySet().stream().mapToDouble(v -> (Double) v).toArray()
                        : new double[] {0, seen.size() - 1});
    }

    void settle(double... values) {
        ParallelScale numbers = ParallelScale.of(mustLog, values);
        scale = field.numeric() ? numbers : new ParallelScale(numbers.low(), numbers.high(), false);
    }

    /** From 0 to 1; empty for a missing value. */
    OptionalDouble place(Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(scale.place(value instanceof Double d ? d : seen.get(value)));
    }

    /** What stands beside the axis, and where: each value when they are few, else the ends. */
    Map<String, Double> ticks() {
        Map<String, Double> ticks = new LinkedHashMap<>();
        if (!field.numeric()) {
            seen.keySet().forEach(v -> ticks.put(Field.text(v), place(v).orElseThrow()));
        } else if (!seen.isEmpty() && seen.size() <= MOST_TICKS) {
            new TreeSet<>(seen.keySet()).forEach(v -> ticks.put(Field.text(v), place(v).orElseThrow()));
        } else {
            ticks.put(Numbers.rounded(scale.low(), 3), place(scale.low()).orElseThrow());
            ticks.put(Numbers.rounded(scale.high(), 3), place(scale.high()).orElseThrow());
        }
        return ticks;
    }
}
