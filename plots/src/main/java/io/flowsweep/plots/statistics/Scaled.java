package io.flowsweep.plots.statistics;

import java.util.stream.DoubleStream;

/**
 * Values brought near 1 by a power of two, which costs no digit, so that no sum, square or cube of them leaves the range of a
 * {@code double}.
 *
 * @param values those given when that is not needed; not changed by anyone
 * @param exponent of the power of two by which they were divided
 */
record Scaled(double[] values, int exponent) {

    /** Cubes of numbers up to 2 to this power have room, and so have sums of millions of them. */
    private static final int ROOM = 150;

    static Scaled of(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = Math.getExponent(largest);
        if (largest == 0 || !Double.isFinite(largest) || Math.abs(exponent) <= ROOM) {
            return new Scaled(values, 0);
        }
        return new Scaled(
                DoubleStream.of(values).map(v -> Math.scalb(v, -exponent)).toArray(), exponent);
    }

    /** A mean, a deviation or a difference of the values, as it is of those given; infinite when that is beyond a {@code double}. */
    double back(double ofValues) {
        return Math.scalb(ofValues, exponent);
    }
}
