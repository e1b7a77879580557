package io.flowsweep.plots.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction (1979) for many tests at once. */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p-values, in the order given. Calling those below 0.05 significant is wrong about any of them in at most 5 %
     * of all sweeps, however the tests depend on each other. NaN, a test that could not be made, stays NaN and does not
     * count.
     */
    public static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = p.clone();
        double most = 0;
        for (int rank = 0; rank < order.length; rank++) {
            most = Math.max(most, Math.min(1, p[order[rank]] * (order.length - rank)));
            adjusted[order[rank]] = most;
        }
        return adjusted;
    }
}
