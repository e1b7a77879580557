package io.flowsweep.plots.statistics;

import java.util.Optional;

/**
 * How far chance moves an estimate.
 *
 * @param value its standard deviation; 0 when nothing spreads, NaN when there are too few values to tell
 * @param freedom the degrees of freedom of the Student's t that the estimate has when measured by it
 */
record StandardError(double value, double freedom) {

    static StandardError ofMean(Summary summary) {
        return new StandardError(summary.sd() / Math.sqrt(summary.n()), summary.n() - 1);
    }

    /**
     * Of the sum or the difference of two independent estimates, whose spreads may differ: Welch (The generalization of
     * "Student's" problem, 1947), with the degrees of freedom of Satterthwaite (1946).
     */
    StandardError and(StandardError other) {
        double both = Math.hypot(value, other.value);
        if (both == 0) {
            return new StandardError(0, freedom + other.freedom);
        }
        double own = value / both * (value / both);
        double others = other.value / both * (other.value / both);
        return new StandardError(both, 1 / (own * own / freedom + others * others / other.freedom));
    }

    StandardError dividedBy(double divisor) {
        return new StandardError(value / divisor, freedom);
    }

    /** Half the width of the t interval; NaN when there are too few values for one. */
    double half(double level) {
        if (value == 0) {
            return 0;
        }
        return isKnown() ? value * StudentT.within(freedom, level) : Double.NaN;
    }

    /** The t interval of the estimate; empty when there are too few values for one, or an end is not finite. */
    Optional<Interval> around(double estimate, double level) {
        double half = half(level);
        return Interval.ifFinite(estimate - half, estimate + half, level);
    }

    /**
     * Of the two-sided t test that the truth is 0; NaN when there are too few values for one. Without any spread a difference
     * is certain, and its absence too.
     */
    double p(double estimate) {
        if (value == 0) {
            return estimate == 0 ? 1 : 0;
        }
        return isKnown() ? StudentT.beyond(freedom, estimate / value) : Double.NaN;
    }

    private boolean isKnown() {
        return Double.isFinite(value) && freedom > 0;
    }
}
