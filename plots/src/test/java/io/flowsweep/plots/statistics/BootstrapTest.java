package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

    private static final double[] VALUES = {3.1, 0.2, 5.6, 2.2, 9.8, 1.4, 0.9, 4.4, 2.7, 15.3, 6.1, 0.6};

    /**
     * SciPy 1.17.1's bootstrap (BCa, 50,000 resamples) gives 2.53 to 2.54 and 7.60 to 7.69 for the mean, 1.15 and 5.85 for the median.
     */
    @Test
    void agreesWithAnotherImplementation() {
        Bootstrap bootstrap = new Bootstrap(50_000, 1);

        Interval mean = bootstrap.mean(VALUES).orElseThrow();
        Interval median = bootstrap
                .interval(VALUES, sample -> Summary.of(sample).median(), 0.95)
                .orElseThrow();

        assertThat(mean.low()).isCloseTo(2.535, within(0.04));
        assertThat(mean.high()).isCloseTo(7.65, within(0.12));
        assertThat(median.low()).isCloseTo(1.15, within(0.05));
        assertThat(median.high()).isCloseTo(5.85, within(0.05));
    }

    @Test
    void givesTheSameIntervalForTheSameSeed() {
        assertThat(Bootstrap.DEFAULT.mean(VALUES)).isEqualTo(Bootstrap.DEFAULT.mean(VALUES));
        assertThat(new Bootstrap(100, 1).mean(VALUES)).isNotEqualTo(new Bootstrap(100, 2).mean(VALUES));
    }

    @Test
    void inventsNothing() {
        assertThat(Bootstrap.DEFAULT.mean(new double[] {1})).isEmpty();
        assertThat(Bootstrap.DEFAULT.mean(new double[] {1, Double.NaN})).isEmpty();
    }

    /** Quantiles once lay beyond equal values by a rounding, the lower end above the upper. */
    @Test
    void ofEqualValuesHasNoWidth() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            double[] values = new double[2 + random.nextInt(6)];
            Arrays.fill(values, random.nextInt(1000) / 1000.0);

            assertThat(new Bootstrap(200, 1).mean(values))
                    .as("%d times %s", values.length, values[0])
                    .contains(new Interval(values[0], values[0], 0.95));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1060, -400, 400, 1000})
    void isTheSameForValuesOfAnySize(int exponent) {
        double[] values = {1, 2, 4, 4.5, 7};
        Interval plain = Bootstrap.DEFAULT.mean(values).orElseThrow();

        Interval scaled = Bootstrap.DEFAULT
                .mean(Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray())
                .orElseThrow();

        assertThat(scaled.low()).isEqualTo(Math.scalb(plain.low(), exponent));
        assertThat(scaled.high()).isEqualTo(Math.scalb(plain.high(), exponent));
    }

    /** Where bias and acceleration are so large that the formula turns around, the ends are those of the resamples. */
    @Test
    void ofAnUnfitStatisticIsStillAnInterval() {
        double[] values = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 100};

        Optional<Interval> interval = new Bootstrap(100_000, 1)
                .interval(
                        values,
                        sample -> Summary.of(sample).mean() > 30
                                ? 0
                                : Summary.of(sample).mean(),
                        0.99999);

        assertThat(interval).hasValueSatisfying(i -> assertThat(i.low()).isLessThanOrEqualTo(i.high()));
    }
}
