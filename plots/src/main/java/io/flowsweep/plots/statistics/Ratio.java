package io.flowsweep.plots.statistics;

import java.util.Optional;

/**
 * How many times larger one mean is than another, such as a speed-up.
 *
 * @param interval at {@link Summary#DEFAULT_LEVEL}; empty when a sample has one value, or when a mean is not above 0
 */
public record Ratio(double value, Optional<Interval> interval) {

    /**
     * The ratio of the means of two independent samples. Its interval comes from the delta method on the logarithms of the
     * means, with the degrees of freedom of Satterthwaite (1946): good while the standard error is small beside the mean.
     *
     * @throws IllegalArgumentException when a sample is empty
     */
    public static Ratio of(double[] above, double[] below) {
        Summary a = Summary.of(above);
        Summary b = Summary.of(below);
        double ratio = a.mean() / b.mean();
        if (!(a.mean() > 0 && b.mean() > 0)) {
            return new Ratio(ratio, Optional.empty());
        }
        StandardError ofLogarithm = StandardError.ofMean(a)
                .dividedBy(a.mean())
                .and(StandardError.ofMean(b).dividedBy(b.mean()));
        double factor = Math.exp(ofLogarithm.half(Summary.DEFAULT_LEVEL));
        return new Ratio(ratio, Interval.ifFinite(ratio / factor, ratio * factor, Summary.DEFAULT_LEVEL));
    }
}
