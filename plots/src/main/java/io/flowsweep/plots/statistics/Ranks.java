package io.flowsweep.plots.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The ranks of some values, none of them NaN, from 1; equal values share their mean rank.
 *
 * @param of in the order of the values
 * @param ties the sum of {@code t³ − t} over groups of {@code t} equal values; 0 when all differ
 */
record Ranks(double[] of, double ties) {

    static Ranks of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[values.length];
        double ties = 0;
        for (int first = 0; first < order.length; ) {
            int end = first;
            while (end < order.length && values[order[end]] == values[order[first]]) {
                end++;
            }
            for (int i = first; i < end; i++) {
                ranks[order[i]] = (first + 1 + end) / 2.0;
            }
            double size = end - first;
            ties += size * size * size - size;
            first = end;
        }
        return new Ranks(ranks, ties);
    }

    /** Of the values of two samples together. */
    static Ranks of(double[] a, double[] b) {
        return of(DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray());
    }

    /**
     * Mann and Whitney's U (1947) of the first so many values: how often one of them is larger than one of the others, where
     * equal ones count half.
     */
    double u(int count) {
        return sum(count) - count * (count + 1.0) / 2;
    }

    /** The sum of the first so many. */
    private double sum(int count) {
        return Arrays.stream(of, 0, count).sum();
    }
}
