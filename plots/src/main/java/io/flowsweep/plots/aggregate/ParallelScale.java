package io.flowsweep.plots.aggregate;

import java.util.stream.DoubleStream;

/**
 * Where numbers lie on one of several parallel axes, from 0 at the bottom to 1 at the top: by size, on a logarithmic
 * scale when all are above 0 and that is asked for, or the largest is at least a hundred times the least.
 */
public record ParallelScale(double low, double high, boolean log) {

    private static final double WIDE = 100;

    /** @param values all of them, or the ends; none gives a scale from 0 to 1 */
    public static ParallelScale of(boolean mustLog, double... values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        return new ParallelScale(low, high, low > 0 && (mustLog || high / low >= WIDE));
    }

    /** From 0 to 1 for a number between the ends; 0.5 when they are one. */
    public double place(double number) {
        if (low == high) {
            return 0.5;
        }
        return log ? Math.log(number / low) / Math.log(high / low) : (number / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** The number at a place, which may lie beyond the ends. */
    public double value(double place) {
        return log ? low * Math.pow(high / low, place) : low + place * (high - low);
    }
}
