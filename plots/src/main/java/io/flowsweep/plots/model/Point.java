package io.flowsweep.plots.model;

import io.flowsweep.plots.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the rows of one place say.
 *
 * @param x the number on the axis, or the index of the category
 * @param y mostly a mean; empty leaves a gap: when there is no finite value, or none that has a place on a log axis
 * @param interval of y, or of x when its mark says so; empty when there is none: n = 1, or rows of several variants
 * @param n how many finite values
 * @param missing how many rows have no finite value
 */
public record Point(double x, OptionalDouble y, Optional<Interval> interval, int n, int missing) {

    /** A place of its own, without an interval. */
    public static Point at(double x, double y) {
        return new Point(x, OptionalDouble.of(y), Optional.empty(), 1, 0);
    }

    /** A place with an interval. */
    public static Point at(double x, double y, Optional<Interval> interval, int n) {
        return new Point(x, OptionalDouble.of(y), interval, n, 0);
    }
}
