package io.flowsweep.plots.statistics;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What the repeats of two variants say of their difference {@code a − b}.
 *
 * @param method how they were compared
 * @param n pairs, or values of the smaller sample
 * @param difference of the means
 * @param interval of the difference; empty when there are too few repeats for one
 * @param p of the t test that the difference is 0, two-sided; NaN when there are too few repeats
 * @param rankP of the rank test, which takes no distribution for granted: Wilcoxon's signed ranks for pairs, else Mann
 *     and Whitney's; NaN when there are too few repeats
 * @param hedgesG see {@link EffectSize#hedgesG}
 * @param cliffsDelta see {@link EffectSize#cliffsDelta}
 */
public record Comparison(
        Method method,
        int n,
        double difference,
        Optional<Interval> interval,
        double p,
        double rankP,
        double hedgesG,
        double cliffsDelta) {

    /** How two variants were compared. */
    public enum Method {
        /** Repeat by repeat, as both ran with the same seeds: Student's t test (1908) of the differences. */
        PAIRED,
        /** As independent samples with variances of their own: Welch's t test (1947). */
        WELCH
    }

    /**
     * Compares pair by pair.
     *
     * @param a {@code a[i]} and {@code b[i]} have the same seed
     * @throws IllegalArgumentException when the lengths differ or are 0
     */
    public static Comparison paired(double[] a, double[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "pairs need two samples of one length, but got " + a.length + " and " + b.length + " values");
        }
        double[] differences =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        Summary summary = Summary.of(differences);
        return new Comparison(
                Method.PAIRED,
                a.length,
                summary.mean(),
                summary.interval(),
                p(summary.mean(), summary.sd() / Math.sqrt(a.length), a.length - 1),
                a.length < 2 ? Double.NaN : RankTests.signedRanks(differences),
                EffectSize.hedgesG(a, b),
                EffectSize.cliffsDelta(a, b));
    }

    /** Compares independent samples. @throws IllegalArgumentException when one is empty */
    public static Comparison unpaired(double[] a, double[] b) {
        double difference = Summary.of(a).mean() - Summary.of(b).mean();
        boolean enough = a.length > 1 && b.length > 1;
        double varianceA = enough ? StatUtils.variance(a) / a.length : Double.NaN;
        double varianceB = enough ? StatUtils.variance(b) / b.length : Double.NaN;
        double error = Math.sqrt(varianceA + varianceB);
        double freedom = Math.pow(varianceA + varianceB, 2)
                / (varianceA * varianceA / (a.length - 1) + varianceB * varianceB / (b.length - 1));
        return new Comparison(
                Method.WELCH,
                Math.min(a.length, b.length),
                difference,
                interval(difference, error, freedom),
                p(difference, error, freedom),
                enough ? RankTests.mannWhitney(a, b) : Double.NaN,
                EffectSize.hedgesG(a, b),
                EffectSize.cliffsDelta(a, b));
    }

    private static Optional<Interval> interval(double difference, double error, double freedom) {
        if (error == 0) {
            return Optional.of(new Interval(difference, difference, Summary.DEFAULT_LEVEL));
        }
        if (!Double.isFinite(error) || !(freedom > 0)) {
            return Optional.empty();
        }
        double half =
                error * new TDistribution(null, freedom).inverseCumulativeProbability((1 + Summary.DEFAULT_LEVEL) / 2);
        return Optional.of(new Interval(difference - half, difference + half, Summary.DEFAULT_LEVEL));
    }

    /** Without any spread, a difference is certain and its absence too. */
    private static double p(double difference, double error, double freedom) {
        if (error == 0) {
            return difference == 0 ? 1 : 0;
        }
        if (!Double.isFinite(error) || !(freedom > 0)) {
            return Double.NaN;
        }
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(difference / error));
    }
}
