package io.flowsweep.plots.statistics;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

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
        double relativeA = Math.pow(a.sd() / a.mean(), 2) / a.n();
        double relativeB = Math.pow(b.sd() / b.mean(), 2) / b.n();
        double variance = relativeA + relativeB;
        if (!(ratio > 0) || !Double.isFinite(ratio) || !(variance > 0)) {
            return new Ratio(ratio, Optional.empty());
        }
        double freedom =
                variance * variance / (relativeA * relativeA / (a.n() - 1) + relativeB * relativeB / (b.n() - 1));
        double t = new TDistribution(null, freedom).inverseCumulativeProbability((1 + Summary.DEFAULT_LEVEL) / 2);
        double factor = Math.exp(t * Math.sqrt(variance));
        boolean finite = DoubleStream.of(ratio / factor, ratio * factor).allMatch(Double::isFinite);
        return new Ratio(
                ratio,
                finite
                        ? Optional.of(new Interval(ratio / factor, ratio * factor, Summary.DEFAULT_LEVEL))
                        : Optional.empty());
    }
}
