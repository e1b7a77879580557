package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.statistics.Interval;
import io.flowsweep.plots.statistics.Summary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The rows of one place, being gathered. Summarised again only when a value was added. */
final class Cell {

    private double[] values = new double[4];
    private int n;
    private int missing;
    private final Set<Object> variants = new HashSet<>();
    private Summary summary;
    private Optional<Interval> interval = Optional.empty();

    void add(double value, Object variant) {
        if (n == values.length) {
            values = Arrays.copyOf(values, 2 * n);
        }
        values[n++] = value;
        variants.add(variant);
        summary = null;
    }

    void addMissing() {
        missing++;
    }

    int n() {
        return n;
    }

    int missing() {
        return missing;
    }

    int variants() {
        return variants.size();
    }

    double[] values() {
        return Arrays.copyOf(values, n);
    }

    /** Of one value at least. */
    Summary summary() {
        if (summary == null) {
            summary = Summary.of(values());
            interval = summary.interval();
        }
        return summary;
    }

    /** Of the mean; empty when the values are of several variants. */
    Optional<Interval> interval() {
        summary();
        return variants.size() > 1 ? Optional.empty() : interval;
    }

    /** @param log whether only a mean above 0 has a place */
    Point point(double x, boolean log, Caption caption) {
        boolean placed = n > 0 && (!log || summary().mean() > 0);
        if (n > 0 && !placed) {
            caption.notPositive();
        }
        Point point = placed
                ? new Point(x, OptionalDouble.of(summary().mean()), interval(), n, missing)
                : new Point(x, OptionalDouble.empty(), Optional.empty(), n, missing);
        caption.point(point, variants.size());
        return point;
    }
}
