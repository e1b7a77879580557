package io.flowsweep.plots.statistics;

/**
 * Where most of a sample lies (Tukey, Exploratory data analysis, 1977): its quartiles by {@link Quantiles}, and the last values
 * within one and a half interquartile ranges of them, or the quartile itself where no value is.
 */
public record Box(double low, double first, double median, double third, double high) {

    private static final double REACH = 1.5;

    /**
     * @param values finite, at least one
     * @throws IllegalArgumentException when there is none
     */
    public static Box of(double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        double first = quantiles.at(0.25);
        double third = quantiles.at(0.75);
        double reach = REACH * (third - first);
        return new Box(
                Math.min(first, quantiles.leastFrom(first - reach)),
                first,
                quantiles.at(0.5),
                third,
                Math.max(third, quantiles.mostUpTo(third + reach)));
    }

    /** Whether a value lies beyond the whiskers. */
    public boolean isBeyond(double value) {
        return value < low || value > high;
    }
}
