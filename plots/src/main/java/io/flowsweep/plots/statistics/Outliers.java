package io.flowsweep.plots.statistics;

import java.util.stream.DoubleStream;

/** Values that stand far out. They are marked, never removed. */
public final class Outliers {

    /** Iglewicz and Hoaglin (How to detect and handle outliers, 1993). */
    private static final double FAR = 3.5;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double TO_SD = 1.482602218505602;

    private static final int FEWEST = 4;

    private Outliers() {}

    /**
     * Flags values more than 3.5 standard deviations from the median, the deviation taken from the median absolute
     * deviation (MAD). With fewer than 4 values, or more than half of them equal, none is flagged.
     *
     * @return in the order of the values
     */
    public static boolean[] flag(double[] values) {
        boolean[] flags = new boolean[values.length];
        if (values.length < FEWEST) {
            return flags;
        }
        double median = Summary.of(values).median();
        double mad = Summary.of(
                        DoubleStream.of(values).map(v -> Math.abs(v - median)).toArray())
                .median();
        for (int i = 0; i < values.length; i++) {
            flags[i] = mad > 0 && Math.abs(values[i] - median) > FAR * TO_SD * mad;
        }
        return flags;
    }
}
