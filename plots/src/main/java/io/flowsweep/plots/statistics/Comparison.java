package io.flowsweep.plots.statistics;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the repeats of two variants say of their difference {@code a − b}. Without any spread beyond rounding, the difference is
 * certain: its interval has no width, and p is 0, or 1 when it is itself no more than rounding.
 *
 * @param method how they were compared
 * @param n pairs, or values of the smaller sample
 * @param difference of the means; of those of the pairs, when some repeats have none
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

    private static final StandardError CERTAIN = new StandardError(0, Double.POSITIVE_INFINITY);

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
        double rankP = a.length < 2 ? Double.NaN : RankTests.signedRanks(differences);
        return of(Method.PAIRED, a, b, summary.mean(), StandardError.ofMean(summary), rankP);
    }

    /** Compares independent samples. @throws IllegalArgumentException when one is empty */
    public static Comparison unpaired(double[] a, double[] b) {
        Summary first = Summary.of(a);
        Summary second = Summary.of(b);
        boolean enough = a.length > 1 && b.length > 1;
        return of(
                Method.WELCH,
                a,
                b,
                first.mean() - second.mean(),
                StandardError.ofMean(first).and(StandardError.ofMean(second)),
                enough ? RankTests.mannWhitney(a, b) : Double.NaN);
    }

    /** @param error of the difference */
    private static Comparison of(
            Method method, double[] a, double[] b, double difference, StandardError error, double rankP) {
        double rounding = rounding(Summary.of(a), Summary.of(b));
        boolean certain = error.value() <= rounding;
        return new Comparison(
                method,
                Math.min(a.length, b.length),
                difference,
                (certain ? CERTAIN : error).around(difference, Summary.DEFAULT_LEVEL),
                certain ? CERTAIN.p(Math.abs(difference) <= rounding ? 0 : difference) : error.p(difference),
                rankP,
                EffectSize.hedgesG(a, b),
                EffectSize.cliffsDelta(a, b));
    }

    /** Spreads and differences up to this come from rounding, not from what was measured: the bound of R's {@code t.test}. */
    static double rounding(Summary a, Summary b) {
        return 10 * Math.ulp(1.0) * Math.max(Math.abs(a.mean()), Math.abs(b.mean()));
    }
}
