package io.flowsweep.plots.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Bootstrap intervals for statistics that have no simple formula, such as the median. Bias-corrected and accelerated
 * (BC<sub>a</sub>; Efron: Better bootstrap confidence intervals, 1987), which corrects for bias and skewness of the
 * statistic. Below about 10 values it covers less than it says, so the t interval is the one that the product shows for
 * means.
 *
 * @param resamples how many samples are drawn; 1 at least
 * @param seed the same seed gives the same interval on every machine
 */
public record Bootstrap(int resamples, long seed) {

    /** 2,000 resamples from a fixed seed. */
    public static final Bootstrap DEFAULT = new Bootstrap(2000, 20_260_101);

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    public Bootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples >= 1 must hold, but got " + resamples);
        }
    }

    /** The interval of the mean at {@link Summary#DEFAULT_LEVEL}. */
    public Optional<Interval> mean(double[] values) {
        Scaled scaled = Scaled.of(values);
        return interval(scaled.values(), StatUtils::mean, Summary.DEFAULT_LEVEL)
                .map(i -> new Interval(scaled.back(i.low()), scaled.back(i.high()), i.level()));
    }

    /**
     * An interval of any statistic. Empty for fewer than two values, as one says nothing of its spread, and when the
     * statistic is not finite on a resample.
     *
     * @param values independent repeats; not changed
     * @param statistic sees samples of the same length, and for the acceleration some with one value less, which it may sort
     *     but not keep
     * @param level between 0 and 1, both exclusive
     */
    public Optional<Interval> interval(double[] values, ToDoubleFunction<double[]> statistic, double level) {
        if (values.length < 2) {
            return Optional.empty();
        }
        double observed = statistic.applyAsDouble(values.clone());
        double[] drawn = draw(values, statistic);
        if (!Double.isFinite(observed) || !DoubleStream.of(drawn).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        Quantiles quantiles = Quantiles.of(drawn);
        double bias = bias(drawn, observed);
        double acceleration = acceleration(values, statistic);
        double tail = (1 - level) / 2;
        return Optional.of(new Interval(
                quantiles.at(corrected(tail, bias, acceleration)),
                quantiles.at(corrected(1 - tail, bias, acceleration)),
                level));
    }

    private double[] draw(double[] values, ToDoubleFunction<double[]> statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sample = new double[values.length];
        double[] drawn = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            for (int j = 0; j < sample.length; j++) {
                sample[j] = values[random.nextInt(values.length)];
            }
            drawn[i] = statistic.applyAsDouble(sample);
        }
        return drawn;
    }

    /** How far the observed value lies from the median of the drawn ones, in standard deviations; ties count half. */
    private static double bias(double[] drawn, double observed) {
        double below = DoubleStream.of(drawn)
                .map(d -> d < observed ? 1 : d == observed ? 0.5 : 0)
                .sum();
        double least = 0.5 / drawn.length;
        double share = Math.min(1 - least, Math.max(least, below / drawn.length));
        return NORMAL.inverseCumulativeProbability(share);
    }

    /** From the jackknife: a sixth of its skewness; 0 when it cannot be told. */
    private static double acceleration(double[] values, ToDoubleFunction<double[]> statistic) {
        double[] without = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] rest = new double[values.length - 1];
            System.arraycopy(values, 0, rest, 0, i);
            System.arraycopy(values, i + 1, rest, i, rest.length - i);
            without[i] = statistic.applyAsDouble(rest);
        }
        double mean = StatUtils.mean(without);
        double largest =
                Arrays.stream(without).map(w -> Math.abs(mean - w)).max().orElseThrow();
        if (!(largest > 0) || Double.isInfinite(largest)) {
            return 0;
        }
        double squares = 0;
        double cubes = 0;
        for (double one : without) {
            double distance = (mean - one) / largest;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double corrected(double p, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(p);
        double left = 1 - acceleration * z;
        if (left <= 0) {
            return acceleration > 0 ? 1 : 0; // the limit, beyond which the formula turns around
        }
        return NORMAL.cumulativeProbability(bias + z / left);
    }
}
