package io.flowsweep.plots.statistics;

import java.util.Arrays;

/**
 * Equal intervals that share out some values.
 *
 * @param edges one more than there are bins, ascending; a bin holds its lower edge, the last one its upper edge too
 */
public record Bins(double[] edges) {

    private static final int MOST = 60;

    /**
     * The width of Freedman and Diaconis (1981), {@code 2 · IQR / ∛n}; when the quartiles are equal, Sturges' number (1926) of
     * bins. At most {@value #MOST} bins; one bin of width 1 when all values are equal.
     *
     * @param values finite, at least one
     */
    public static Bins of(double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        double low = quantiles.at(0);
        double high = quantiles.at(1);
        if (low == high) {
            double half = Math.max(0.5, Math.ulp(low));
            return new Bins(new double[] {low - half, low + half});
        }
        double width = 2 * (quantiles.at(0.75) - quantiles.at(0.25)) / Math.cbrt(values.length);
        double wanted = width > 0 ? (high / width - low / width) : 1 + Math.log(values.length) / Math.log(2);
        int count = (int) Math.max(1, Math.min(MOST, Math.ceil(wanted)));
        double[] edges = new double[count + 1];
        Arrays.setAll(edges, i -> i == count ? high : low + (high / count - low / count) * i);
        return new Bins(edges);
    }

    /** How many of the values lie in each bin. */
    public int[] count(double[] values) {
        int[] counts = new int[edges.length - 1];
        for (double value : values) {
            int place = Arrays.binarySearch(edges, value);
            int bin = place >= 0 ? place : -place - 2;
            counts[Math.min(Math.max(bin, 0), counts.length - 1)]++;
        }
        return counts;
    }
}
