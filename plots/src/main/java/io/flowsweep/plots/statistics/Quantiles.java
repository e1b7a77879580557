package io.flowsweep.plots.statistics;

import java.util.Arrays;

/** Quantiles of a sample by linear interpolation: definition 7 of Hyndman and Fan (1996), as R and NumPy do by default. */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * @param values finite, in any order; not changed
     * @throws IllegalArgumentException when there is no value
     */
    public static Quantiles of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("quantiles need at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** @param p from 0 (the least value) to 1 (the largest), both inclusive */
    public double at(double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return between(sorted[below], sorted[above], place - below);
    }

    /** Never beyond either, whatever is rounded: so quantiles of equal values are equal, and a larger p never has a smaller one. */
    private static double between(double low, double high, double share) {
        double step = high - low;
        if (Double.isInfinite(step)) {
            return low * (1 - share) + high * share;
        }
        return share < 0.5 ? low + step * share : high - step * (1 - share);
    }

    /** The least value that is at least {@code bound}; the largest of all when none is. */
    public double leastFrom(double bound) {
        int place = Arrays.binarySearch(sorted, bound);
        int first = place >= 0 ? place : -place - 1;
        return sorted[Math.min(first, sorted.length - 1)];
    }

    /** The largest value that is at most {@code bound}; the least of all when none is. */
    public double mostUpTo(double bound) {
        int place = Arrays.binarySearch(sorted, bound);
        int last = place >= 0 ? place : -place - 2;
        return sorted[Math.max(last, 0)];
    }
}
