package io.flowsweep.plots.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Two-sided tests that look at the order of values only. Exact for up to {@value #MOST_EXACT} values without ties; beyond, the
 * normal approximation with correction for ties and continuity, as in R's {@code wilcox.test}.
 */
public final class RankTests {

    private static final int MOST_EXACT = 50;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private RankTests() {}

    /**
     * Mann and Whitney (1947): whether values of one sample tend to be larger than those of the other.
     *
     * @return p; NaN when a sample is empty or holds a NaN, 1 when all values are equal
     */
    public static double mannWhitney(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0 || hasNan(a) || hasNan(b)) {
            return Double.NaN;
        }
        Ranks ranks = Ranks.of(a, b);
        double u = ranks.u(a.length);
        int all = a.length + b.length;
        double pairs = (double) a.length * b.length;
        if (ranks.ties() == 0 && all <= MOST_EXACT) {
            double[] orders = orders(a.length, b.length, (int) Math.min(u, pairs - u));
            return twice(DoubleStream.of(orders).sum() / CombinatoricsUtils.binomialCoefficient(all, a.length));
        }
        double variance = pairs / 12 * (all + 1 - ranks.ties() / ((double) all * (all - 1)));
        return normal(u - pairs / 2, variance);
    }

    /**
     * Wilcoxon's signed ranks (1945) of paired differences: whether they lie around 0. Differences of 0 are left out.
     *
     * @return p; NaN when there is a NaN, or no difference that is not 0
     */
    public static double signedRanks(double[] differences) {
        double[] left = DoubleStream.of(differences).filter(d -> d != 0).toArray();
        int n = left.length;
        if (n == 0 || hasNan(left)) {
            return Double.NaN;
        }
        Ranks ranks = Ranks.of(DoubleStream.of(left).map(Math::abs).toArray());
        double positive = IntStream.range(0, n)
                .filter(i -> left[i] > 0)
                .mapToDouble(i -> ranks.of()[i])
                .sum();
        double total = n * (n + 1.0) / 2;
        if (ranks.ties() == 0 && n == differences.length && n <= MOST_EXACT) {
            double[] signs = signs(n, (int) Math.min(positive, total - positive));
            return twice(DoubleStream.of(signs).sum() / Math.scalb(1.0, n));
        }
        return normal(positive - total / 2, n * (n + 1.0) * (2 * n + 1) / 24 - ranks.ties() / 48);
    }

    static boolean hasNan(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /**
     * In how many orders of m and n values U is 0, 1, … {@code most}: the coefficients of Gauss's binomial, the product of
     * {@code (1 − qⁿ⁺ⁱ) / (1 − qⁱ)} for i from 1 to m.
     */
    private static double[] orders(int m, int n, int most) {
        double[] orders = new double[most + 1];
        orders[0] = 1;
        for (int i = 1; i <= m; i++) {
            for (int u = most; u >= n + i; u--) {
                orders[u] -= orders[u - n - i];
            }
            for (int u = i; u <= most; u++) {
                orders[u] += orders[u - i];
            }
        }
        return orders;
    }

    /** With how many choices of signs the ranks from 1 to n that are positive add up to 0, 1, … {@code most}. */
    private static double[] signs(int n, int most) {
        double[] signs = new double[most + 1];
        signs[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= rank; sum--) {
                signs[sum] += signs[sum - rank];
            }
        }
        return signs;
    }

    private static double twice(double p) {
        return Math.min(1, 2 * p);
    }

    private static double normal(double distance, double variance) {
        if (variance <= 0) {
            return 1;
        }
        double z = Math.max(0, Math.abs(distance) - 0.5) / Math.sqrt(variance);
        return twice(NORMAL.cumulativeProbability(-z));
    }
}
