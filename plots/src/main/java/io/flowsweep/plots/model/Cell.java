package io.flowsweep.plots.model;

import io.flowsweep.plots.statistics.Summary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The rows of one series and one x, being gathered. */
final class Cell {

    private double[] values = new double[4];
    private int n;
    private int missing;
    private final Set<Object> variants = new HashSet<>();

    void add(double value, Object variant) {
        if (n == values.length) {
            values = Arrays.copyOf(values, 2 * n);
        }
        values[n++] = value;
        variants.add(variant);
    }

    void addMissing() {
        missing++;
    }

    int n() {
        return n;
    }

    int variants() {
        return variants.size();
    }

    /** @param drawable false leaves mean and interval out */
    ChartModel.Point point(double x, boolean drawable) {
        if (n == 0 || !drawable) {
            return new ChartModel.Point(x, OptionalDouble.empty(), Optional.empty(), n, missing);
        }
        Summary summary = summary();
        return new ChartModel.Point(
                x,
                OptionalDouble.of(summary.mean()),
                variants.size() > 1 ? Optional.empty() : summary.interval(),
                n,
                missing);
    }

    Summary summary() {
        return Summary.of(Arrays.copyOf(values, n));
    }
}
