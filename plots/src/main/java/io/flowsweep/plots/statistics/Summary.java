package io.flowsweep.plots.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What a sample of independent repeats says.
 *
 * <p>Values that are not finite are neither dropped nor replaced: one of them makes mean and {@code sd} NaN, so there is
 * no interval; a NaN makes the median NaN too.
 *
 * @param n how many values; 1 at least
 * @param mean the arithmetic mean
 * @param median the middle value, or the mean of the two in the middle
 * @param sd the standard deviation with divisor n − 1; NaN when n = 1
 */
public record Summary(int n, double mean, double median, double sd) {

    /** The level of an interval when none is named. */
    public static final double DEFAULT_LEVEL = 0.95;

    /**
     * Mean and variance by the corrected two-pass algorithm (Chan, Golub, LeVeque: Algorithms for computing the sample
     * variance, 1983) of commons-math. Very large and very small values are summed near 1, so neither overflows or vanishes.
     *
     * @param values in any order; not changed
     * @throws IllegalArgumentException when there is no value
     */
    public static Summary of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a summary needs at least one value");
        }
        Scaled scaled = Scaled.of(values);
        double mean = StatUtils.mean(scaled.values());
        double sd = values.length == 1 ? Double.NaN : Math.sqrt(StatUtils.variance(scaled.values(), mean));
        return new Summary(values.length, scaled.back(mean), median(values), scaled.back(sd));
    }

    /** The t interval of the mean at {@link #DEFAULT_LEVEL}. */
    public Optional<Interval> interval() {
        return interval(DEFAULT_LEVEL);
    }

    /**
     * The two-sided t interval of the mean (Student, 1908): {@code mean ± t(n − 1) · sd / √n}. It supposes independent
     * values from a normal distribution. Empty when n = 1, as one value says nothing of its spread, and when an end would
     * not be finite.
     *
     * @param level between 0 and 1, both exclusive
     * @throws IllegalArgumentException when the level is out of its bounds
     */
    public Optional<Interval> interval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("0 < level < 1 must hold, but got level=" + level);
        }
        return StandardError.ofMean(this).around(mean, level);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
