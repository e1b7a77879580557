package io.flowsweep.plots.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's distribution (1908). Thread-safe. */
final class StudentT {

    /** Repeats are few, so thousands of intervals ask for the same quantile, which takes a search each time. */
    private static final int MOST_KEPT = 200;

    private static final Map<Double, Double> AT_DEFAULT = new ConcurrentHashMap<>();

    private StudentT() {}

    /**
     * What lies within this of 0 has the probability {@code level}.
     *
     * @param freedom above 0
     * @param level between 0 and 1, both exclusive
     */
    static double within(double freedom, double level) {
        boolean kept = level == Summary.DEFAULT_LEVEL && freedom <= MOST_KEPT && freedom == Math.rint(freedom);
        return kept ? AT_DEFAULT.computeIfAbsent(freedom, f -> search(f, level)) : search(freedom, level);
    }

    /** The probability of at least this distance from 0 on either side. */
    static double beyond(double freedom, double t) {
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(t));
    }

    private static double search(double freedom, double level) {
        return new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2);
    }
}
