package io.flowsweep.plots.statistics;

import java.util.Optional;

/**
 * A confidence interval; both ends belong to it.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, {@code low <= high}
 * @param level the share of such intervals that cover the true value; between 0 and 1, both exclusive
 */
public record Interval(double low, double high, double level) {

    /** @throws IllegalArgumentException when a bound above is not kept */
    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("finite low <= high must hold, but got low=" + low + ", high=" + high);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("0 < level < 1 must hold, but got level=" + level);
        }
    }

    /** Empty when an end is not finite. */
    static Optional<Interval> ifFinite(double low, double high, double level) {
        boolean finite = Double.isFinite(low) && Double.isFinite(high);
        return finite ? Optional.of(new Interval(low, high, level)) : Optional.empty();
    }
}
