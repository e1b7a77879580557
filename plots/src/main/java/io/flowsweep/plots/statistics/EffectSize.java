package io.flowsweep.plots.statistics;

import org.apache.commons.math3.special.Gamma;

/** How large a difference is beside the spread of the repeats; says nothing of whether it is there at all. */
public final class EffectSize {

    private EffectSize() {}

    /**
     * Hedges' g (1981): the difference of the means {@code a − b} in pooled standard deviations, with his exact correction
     * for small samples. 0.2 is called small, 0.5 medium, 0.8 large. NaN with fewer than four values in all (of three, the
     * estimate has no expected value that could be corrected), and when nothing spreads beyond rounding.
     *
     * @throws IllegalArgumentException when a sample is empty
     */
    public static double hedgesG(double[] a, double[] b) {
        Summary first = Summary.of(a);
        Summary second = Summary.of(b);
        int freedom = a.length + b.length - 2;
        double pooled = Math.hypot(part(first, freedom), part(second, freedom));
        if (freedom < 2 || pooled <= Comparison.rounding(first, second)) {
            return Double.NaN;
        }
        return correction(freedom) * ((first.mean() - second.mean()) / pooled);
    }

    /**
     * Cliff's delta (1993): how often a value of {@code a} is larger than one of {@code b}, less how often it is smaller;
     * from −1 to 1. It takes no distribution for granted. NaN when a sample is empty or holds a NaN.
     */
    public static double cliffsDelta(double[] a, double[] b) {
        if (RankTests.hasNan(a) || RankTests.hasNan(b)) {
            return Double.NaN;
        }
        double pairs = (double) a.length * b.length;
        return (2 * Ranks.of(a, b).u(a.length) - pairs) / pairs;
    }

    private static double part(Summary sample, int freedom) {
        return sample.n() == 1 ? 0 : sample.sd() * Math.sqrt((sample.n() - 1.0) / freedom);
    }

    private static double correction(int freedom) {
        return Math.exp(Gamma.logGamma(freedom / 2.0)
                - Math.log(Math.sqrt(freedom / 2.0))
                - Gamma.logGamma((freedom - 1) / 2.0));
    }
}
