package io.flowsweep.plots.statistics;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;

/** How large a difference is beside the spread of the repeats; says nothing of whether it is there at all. */
public final class EffectSize {

    private EffectSize() {}

    /**
     * Hedges' g (1981): the difference of the means {@code a − b} in pooled standard deviations, with his exact correction
     * for small samples. 0.2 is called small, 0.5 medium, 0.8 large. NaN with fewer than three values in all, and when
     * nothing spreads.
     */
    public static double hedgesG(double[] a, double[] b) {
        int freedom = a.length + b.length - 2;
        if (freedom < 1) {
            return Double.NaN;
        }
        double pooled = Math.sqrt((squares(a) + squares(b)) / freedom);
        return pooled == 0 ? Double.NaN : correction(freedom) * (StatUtils.mean(a) - StatUtils.mean(b)) / pooled;
    }

    /**
     * Cliff's delta (1993): how often a value of {@code a} is larger than one of {@code b}, less how often it is smaller;
     * from −1 to 1. It takes no distribution for granted.
     */
    public static double cliffsDelta(double[] a, double[] b) {
        double pairs = (double) a.length * b.length;
        return (2 * Ranks.of(a, b).u(a.length) - pairs) / pairs;
    }

    private static double squares(double[] values) {
        return values.length < 2 ? 0 : StatUtils.variance(values) * (values.length - 1);
    }

    private static double correction(int freedom) {
        if (freedom == 1) {
            return 0;
        }
        return Math.exp(Gamma.logGamma(freedom / 2.0)
                - Math.log(Math.sqrt(freedom / 2.0))
                - Gamma.logGamma((freedom - 1) / 2.0));
    }
}
