package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A 95 % interval covers the truth in 93 to 97 of 100 experiments, simulated from one seed. */
class CoverageTest {

    private static final int EXPERIMENTS = 4000;

    private final long seed = 20_261_126;
    private final Random random = new Random(seed);

    @Test
    void ofTheMeanOfFiveRepeats() {
        assertCoverage(() -> normal(5, 3, 2), values -> Summary.of(values).interval(), 3);
    }

    @Test
    void ofTheMeanOfTwoRepeats() {
        assertCoverage(() -> normal(2, 3, 2), values -> Summary.of(values).interval(), 3);
    }

    @Test
    void ofTheDifferenceOfVariantsWithDifferentSpread() {
        assertCoverage(
                () -> normal(8, 10, 1),
                values -> Comparison.unpaired(values, normal(6, 7, 4)).interval(),
                3);
    }

    /** Seeds move both variants together by far more than they differ. */
    @Test
    void ofThePairedDifference() {
        assertCoverage(
                () -> normal(6, 0, 50),
                seeds -> Comparison.paired(plus(seeds, 3, 1), plus(seeds, 0, 1)).interval(),
                3);
    }

    /** As of a speed-up: the spread is small beside the mean. */
    @Test
    void ofTheRatioOfTwoMeans() {
        assertCoverage(
                () -> normal(6, 10, 1),
                values -> Ratio.of(values, normal(6, 5, 0.4)).interval(),
                2);
    }

    /** Of a lognormal sample, which is skewed; its median is 1. */
    @Test
    void ofTheBootstrappedMedian() {
        Bootstrap bootstrap = new Bootstrap(500, 1);
        assertCoverage(
                () -> IntStream.range(0, 60)
                        .mapToDouble(i -> Math.exp(random.nextGaussian()))
                        .toArray(),
                values ->
                        bootstrap.interval(values, sample -> Summary.of(sample).median(), 0.95),
                1);
    }

    private void assertCoverage(
            Supplier<double[]> sample, Function<double[], Optional<Interval>> interval, double truth) {
        int covered = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            Interval found = interval.apply(sample.get()).orElseThrow();
            covered += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }
        assertThat((double) covered / EXPERIMENTS).as("coverage, seed %d", seed).isBetween(0.93, 0.97);
    }

    private double[] normal(int n, double mean, double sd) {
        return IntStream.range(0, n)
                .mapToDouble(i -> mean + sd * random.nextGaussian())
                .toArray();
    }

    private double[] plus(double[] values, double shift, double sd) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] + shift + sd * random.nextGaussian())
                .toArray();
    }
}
