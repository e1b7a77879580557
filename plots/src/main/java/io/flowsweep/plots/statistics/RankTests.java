package io.flowsweep.plots.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Two-sided tests that look at the order of values only. Exact for up to {@value #MOST_EXACT} values without ties; beyond, the
 * normal approximation with correction for ties and continuity, as R's {@code wilcox.test} does.
 */
public final class RankTests {

    private static final int MOST_EXACT = 50;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private RankTests() {}

    /**
     * Mann and Whitney (1947): whether values of one sample tend to be larger than those of the other.
     *
     * @return p; NaN when a sample is empty, 1 when all values are equal
     */
    public static double mannWhitney(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        Ranks ranks = Ranks.of(a, b);
        double u = ranks.u(a.length);
        int all = a.length + b.length;
        if (ranks.ties() == 0 && all <= MOST_EXACT) {
            return twice(atMost(waysToSum(all, a.length), Math.min(u, (double) a.length * b.length - u), a.length));
        }
        double product = (double) a.length * b.length;
        double variance = product / 12 * (all + 1 - ranks.ties() / ((double) all * (all - 1)));
        return normal(u - product / 2, variance);
    }

    /**
     * Wilcoxon's signed ranks (1945) of paired differences: whether they lie around 0. Differences of 0 are left out.
     *
     * @return p; NaN without a difference that is not 0
     */
    public static double signedRanks(double[] differences) {
        double[] left = DoubleStream.of(differences).filter(d -> d != 0).toArray();
        int n = left.length;
        if (n == 0) {
            return Double.NaN;
        }
        Ranks ranks = Ranks.of(DoubleStream.of(left).map(Math::abs).toArray());
        double positive = IntStream.range(0, n)
                .filter(i -> left[i] > 0)
                .mapToDouble(i -> ranks.of()[i])
                .sum();
        double total = n * (n + 1.0) / 2;
        if (ranks.ties() == 0 && n == differences.length && n <= MOST_EXACT) {
            double[][] ways = waysToSum(n, n);
            double[] anySize = new double[ways[0].length];
            for (double[] ofSize : ways) {
                Arrays.setAll(anySize, s -> anySize[s] + ofSize[s]);
            }
            return twice(share(anySize, Math.min(positive, total - positive)));
        }
        return normal(positive - total / 2, n * (n + 1.0) * (2 * n + 1) / 24 - ranks.ties() / 48);
    }

    /** {@code ways[k][s]}: how many sets of k of the numbers from 1 to n have the sum s, for k up to {@code most}. */
    private static double[][] waysToSum(int n, int most) {
        int largest = n * (n + 1) / 2;
        double[][] ways = new double[most + 1][largest + 1];
        ways[0][0] = 1;
        for (int number = 1; number <= n; number++) {
            for (int k = Math.min(most, number); k >= 1; k--) {
                for (int sum = largest; sum >= number; sum--) {
                    ways[k][sum] += ways[k - 1][sum - number];
                }
            }
        }
        return ways;
    }

    /** The chance of a U of at most {@code u}: of a rank sum that is larger by that of the first ranks. */
    private static double atMost(double[][] ways, double u, int size) {
        return share(ways[size], u + size * (size + 1) / 2.0);
    }

    private static double share(double[] ways, double most) {
        double all = DoubleStream.of(ways).sum();
        return Arrays.stream(ways, 0, (int) Math.floor(most) + 1).sum() / all;
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
