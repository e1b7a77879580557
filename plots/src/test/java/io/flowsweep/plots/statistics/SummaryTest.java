package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {

    /** Certified values of the NIST Statistical Reference Datasets, univariate summary statistics. */
    @Nested
    class AgainstNist {

        /** Michelson: speed of light in air, in 1000 km/s (Dorsey, 1944). */
        @Test
        void michelson() {
            Summary summary = Summary.of(MICHELSON);

            assertThat(summary.n()).isEqualTo(100);
            assertThat(summary.mean()).isCloseTo(299.8524, within(1e-12));
            assertThat(summary.sd()).isCloseTo(0.0790105478190518, within(1e-13));
        }

        /** NumAcc1: three values that lose their digits in a one-pass variance. */
        @Test
        void numAcc1() {
            Summary summary = Summary.of(new double[] {10000001, 10000003, 10000002});

            assertThat(summary.mean()).isEqualTo(10000002);
            assertThat(summary.sd()).isEqualTo(1);
        }

        /** NumAcc4: 10000000.2, then 500 times 10000000.1 and 10000000.3. */
        @Test
        void numAcc4() {
            double[] values = IntStream.range(0, 1001)
                    .mapToDouble(i -> i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3)
                    .toArray();

            Summary summary = Summary.of(values);

            assertThat(summary.mean()).isCloseTo(10000000.2, within(1e-8));
            assertThat(summary.sd()).isCloseTo(0.1, within(1e-9));
        }
    }

    @Nested
    class TheInterval {

        /** Student (1908), additional hours of sleep with the first drug; the interval that R's t.test prints for it. */
        @Test
        void ofStudentsSleepData() {
            Summary sleep = Summary.of(new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0});

            assertThat(sleep.mean()).isCloseTo(0.75, within(1e-12));
            assertThat(sleep.median()).isCloseTo(0.35, within(1e-12));
            assertThat(sleep.interval()).hasValueSatisfying(interval -> {
                assertThat(interval.low()).isCloseTo(-0.5297804, within(5e-8));
                assertThat(interval.high()).isCloseTo(2.0297804, within(5e-8));
                assertThat(interval.level()).isEqualTo(0.95);
            });
        }

        /** By hand: mean 2, sd 1, and t(0.995; 2) = 9.9248 of the printed tables, over √3. */
        @Test
        void ofAnotherLevel() {
            Interval interval =
                    Summary.of(new double[] {1, 2, 3}).interval(0.99).orElseThrow();

            assertThat(interval.low()).isCloseTo(2 - 9.9248 / Math.sqrt(3), within(1e-4));
            assertThat(interval.high()).isCloseTo(2 + 9.9248 / Math.sqrt(3), within(1e-4));
        }

        @Test
        void ofOneValueIsNotInvented() {
            Summary one = Summary.of(new double[] {7});

            assertThat(one.interval()).isEmpty();
            assertThat(one.mean()).isEqualTo(7);
            assertThat(one.median()).isEqualTo(7);
            assertThat(one.sd()).isNaN();
        }

        @Test
        void ofEqualValuesHasNoWidth() {
            assertThat(Summary.of(new double[] {5, 5}).interval()).contains(new Interval(5, 5, 0.95));
        }

        @Test
        void needsALevelBetween0And1() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Summary.of(new double[] {1, 2}).interval(95))
                    .withMessage("0 < level < 1 must hold, but got level=95.0");
        }

        @Test
        void covers95PercentOfNormalSamples() {
            long seed = 20261101;
            Random random = new Random(seed);
            int trials = 20_000;

            long covered = IntStream.range(0, trials)
                    .mapToObj(i -> Summary.of(random.doubles(5)
                                    .map(u -> 10 + 3 * random.nextGaussian())
                                    .toArray())
                            .interval()
                            .orElseThrow())
                    .filter(interval -> interval.low() <= 10 && 10 <= interval.high())
                    .count();

            assertThat(covered / (double) trials).as("seed %d", seed).isBetween(0.945, 0.955);
        }
    }

    @Nested
    class OfUnusualValues {

        @Test
        void medianOfAnEvenNumberIsBetweenTheMiddleTwoAndTheInputStays() {
            double[] values = {4, 1, 3, 2};

            assertThat(Summary.of(values).median()).isEqualTo(2.5);
            assertThat(values).containsExactly(4, 1, 3, 2);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1000, -600, 600, 1000})
        void sizeDoesNotMatter(int exponent) {
            double[] values = {1, 2, 4, 5};
            Summary plain = Summary.of(values);

            Summary scaled = Summary.of(
                    Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray());

            assertThat(scaled.mean()).isEqualTo(Math.scalb(plain.mean(), exponent));
            assertThat(scaled.sd()).isEqualTo(Math.scalb(plain.sd(), exponent));
            assertThat(scaled.interval().orElseThrow().high())
                    .isCloseTo(Math.scalb(plain.interval().orElseThrow().high(), exponent), withPercentage(1e-10));
        }

        @Test
        void nanIsNotDropped() {
            Summary summary = Summary.of(new double[] {1, Double.NaN, 3});

            assertThat(summary.n()).isEqualTo(3);
            assertThat(summary.mean()).isNaN();
            assertThat(summary.median()).isNaN();
            assertThat(summary.interval()).isEmpty();
        }

        @Test
        void infinityHasNoInterval() {
            Summary summary = Summary.of(new double[] {1, Double.POSITIVE_INFINITY, 3});

            assertThat(summary.mean()).isNaN();
            assertThat(summary.median()).isEqualTo(3);
            assertThat(summary.interval()).isEmpty();
        }

        @Test
        void noneAreRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(new double[0]));
        }
    }

    private static final double[] MICHELSON = {
        299.85, 299.74, 299.90, 300.07, 299.93, 299.85, 299.95, 299.98, 299.98, 299.88, 300.00, 299.98, 299.93, 299.65,
        299.76, 299.81, 300.00, 300.00, 299.96, 299.96, 299.96, 299.94, 299.96, 299.94, 299.88, 299.80, 299.85, 299.88,
        299.90, 299.84, 299.83, 299.79, 299.81, 299.88, 299.88, 299.83, 299.80, 299.79, 299.76, 299.80, 299.88, 299.88,
        299.88, 299.86, 299.72, 299.72, 299.62, 299.86, 299.97, 299.95, 299.88, 299.91, 299.85, 299.87, 299.84, 299.84,
        299.85, 299.84, 299.84, 299.84, 299.89, 299.81, 299.81, 299.82, 299.80, 299.77, 299.76, 299.74, 299.75, 299.76,
        299.91, 299.92, 299.89, 299.86, 299.88, 299.72, 299.84, 299.85, 299.85, 299.78, 299.89, 299.84, 299.78, 299.81,
        299.76, 299.81, 299.79, 299.81, 299.82, 299.85, 299.87, 299.87, 299.81, 299.74, 299.81, 299.94, 299.95, 299.80,
        299.81, 299.87
    };
}
