package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reference values: SciPy 1.17.1, which for the sleep data agree with what R's t.test and wilcox.test print. */
class ComparisonTest {

    /** Student (1908): additional hours of sleep of ten patients with each of two drugs. */
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Nested
    class OfStudentsSleepData {

        @Test
        void asIndependentSamplesIsWelchsAndMannWhitneys() {
            Comparison welch = Comparison.unpaired(FIRST, SECOND);

            assertThat(welch.method()).isEqualTo(Comparison.Method.WELCH);
            assertThat(welch.difference()).isCloseTo(-1.58, within(1e-12));
            assertThat(welch.p()).isCloseTo(0.0793941401873583, within(1e-10));
            assertThat(welch.interval().orElseThrow().low()).isCloseTo(-3.36548323071171, within(1e-8));
            assertThat(welch.interval().orElseThrow().high()).isCloseTo(0.205483230711711, within(1e-8));
            assertThat(welch.rankP()).isCloseTo(0.06932757543362658, within(1e-10));
            assertThat(welch.hedgesG()).isCloseTo(-0.7969352391911222, within(1e-10));
        }

        @Test
        void pairByPairIsStudentsAndWilcoxons() {
            Comparison paired = Comparison.paired(FIRST, SECOND);

            assertThat(paired.p()).isCloseTo(0.002832890197384273, within(1e-10));
            assertThat(paired.interval().orElseThrow().low()).isCloseTo(-2.459885763276983, within(1e-8));
            assertThat(paired.interval().orElseThrow().high()).isCloseTo(-0.7001142367230175, within(1e-8));
            assertThat(paired.rankP()).isCloseTo(0.009090698015925044, within(1e-10));
        }
    }

    @Nested
    class OfRanks {

        @Test
        void isExactForFewValuesWithoutTies() {
            double[] a = {1.1, 2.2, 3.3, 4.4, 5.6, 9.1, 2.5};
            double[] b = {2.0, 3.1, 6.2, 7.3, 8.4, 1.9};

            assertThat(RankTests.mannWhitney(a, b)).isCloseTo(0.8356643356643356, within(1e-12));
            assertThat(RankTests.mannWhitney(b, a)).isCloseTo(0.8356643356643356, within(1e-12));
            assertThat(RankTests.signedRanks(new double[] {1.5, -0.3, 2.2, 0.9, -1.1, 3.0, 0.4, 2.7}))
                    .isCloseTo(0.078125, within(1e-12));
        }

        /** The least p that 3 against 3 values can give is 2 / C(6, 3). */
        @Test
        void cannotBeSmallerThanTheNumberOfOrdersAllows() {
            assertThat(RankTests.mannWhitney(new double[] {1, 2, 3}, new double[] {4, 5, 6}))
                    .isCloseTo(0.1, within(1e-12));
        }

        @Test
        void isExactForFiftyValues() {
            double[] a = {
                2.04, -2.56, 0.42, -0.57, -0.45, -0.22, -2.02, -0.23, -0.87, 3.32, 0.23, -0.35, -0.28, -0.67, -1.06,
                -0.39, 0.48, -0.24, 0.96, -0.2
            };
            double[] b = {
                0.432, 2.41, 1.109, -0.257, 0.162, 1.103, 2.916, 0.049, 0.083, 1.703, -0.752, 0.021, 1.547, 1.154,
                0.519, 1.271, -3.277, 1.728, -0.848, -1.769, 0.759, 1.311, -0.178, -0.999
            };
            double[] differences = {
                0.326, 0.247, 1.706, 1.047, 0.494, 1.412, 0.094, -0.626, 0.884, 0.883, 0.085, -0.483, 0.529, -2.194,
                0.99, 0.791, -1.339, 0.361, -0.664, 1.057, -1.734, -0.614, 1.01, 1.456, -1.858, -0.198, 0.628, -0.309,
                1.891, -0.891
            };

            assertThat(RankTests.mannWhitney(a, b)).isCloseTo(0.04563347342170727, within(1e-12));
            assertThat(RankTests.signedRanks(differences)).isCloseTo(0.28008678182959557, within(1e-12));
        }

        @Test
        void isCorrectedForTiesZerosAndContinuity() {
            assertThat(RankTests.mannWhitney(
                            new double[] {1, 2, 2, 3, 5, 5, 5, 7}, new double[] {2, 3, 4, 5, 6, 8, 9, 9, 10}))
                    .isCloseTo(0.08900040552026156, within(1e-12));
            assertThat(RankTests.signedRanks(new double[] {0, 0, 1, -1, 2, 3, 3, -2, 4, 5, 6.5}))
                    .isCloseTo(0.043455304047793686, within(1e-12));
        }

        /** It went on for ever. */
        @Test
        void saysNothingOfNan() {
            double[] nan = {1, Double.NaN, 2};

            assertThat(RankTests.mannWhitney(nan, new double[] {1, 2})).isNaN();
            assertThat(RankTests.signedRanks(nan)).isNaN();
            assertThat(EffectSize.cliffsDelta(nan, new double[] {1, 2})).isNaN();
            assertThat(Comparison.paired(nan, new double[] {1, 2, 3}).p()).isNaN();
        }

        @Test
        void saysNothingWhenAllIsEqual() {
            assertThat(RankTests.mannWhitney(new double[] {1, 1}, new double[] {1, 1}))
                    .isEqualTo(1);
            assertThat(RankTests.signedRanks(new double[] {0, 0})).isNaN();
        }
    }

    @Nested
    class OfEffects {

        /** By hand: of 9 pairs, the first is larger in 2, equal in 1 and smaller in 6. */
        @Test
        void isCliffsDelta() {
            assertThat(EffectSize.cliffsDelta(new double[] {1, 2, 5}, new double[] {2, 4, 6}))
                    .isCloseTo((2 - 6) / 9.0, within(1e-12));
            assertThat(EffectSize.cliffsDelta(new double[] {4, 5}, new double[] {1, 2}))
                    .isEqualTo(1);
        }

        @Test
        void ofManyRepeatsIsCountedAsThatOfFew() {
            double[] even = IntStream.range(0, 100_000).mapToDouble(i -> 2 * i).toArray();
            double[] odd =
                    IntStream.range(0, 100_000).mapToDouble(i -> 2 * i + 1).toArray();

            assertThat(EffectSize.cliffsDelta(odd, even)).isEqualTo(1e-5, within(1e-12));
            assertThat(RankTests.mannWhitney(odd, even)).isEqualTo(1, within(0.01));
            assertThat(EffectSize.cliffsDelta(new double[] {0.0}, new double[] {-0.0}))
                    .isZero();
        }

        @Test
        void isNotMadeUpWhereNothingSpreads() {
            assertThat(EffectSize.hedgesG(new double[] {1, 1}, new double[] {2, 2}))
                    .isNaN();
            assertThat(EffectSize.hedgesG(new double[] {1}, new double[] {2})).isNaN();
            assertThat(EffectSize.hedgesG(new double[] {0.1 + 0.2, 0.3}, new double[] {0.2, 0.2}))
                    .isNaN();
        }

        /** With one degree of freedom, the correction is a division by infinity: g would be 0 whatever the samples are. */
        @Test
        void ofThreeValuesIsNotSaid() {
            assertThat(EffectSize.hedgesG(new double[] {1, 2}, new double[] {9}))
                    .isNaN();
            assertThat(EffectSize.hedgesG(new double[] {3.1, 2.4, 5.6, 7.7, 2.2}, new double[] {9.9, 4.2, 6.6, 8.1}))
                    .isCloseTo(-1.1130175264320572, within(1e-12));
        }
    }

    @Nested
    class OfRepeats {

        @Test
        void isPairedWhenTheSeedsAreShared() {
            assertThat(repeats(0, FIRST).compare(repeats(0, SECOND))).isEqualTo(Comparison.paired(FIRST, SECOND));
        }

        /** One failed repeat does not cost the pairing. */
        @Test
        void isPairedOverTheSharedSeedsWhenOneVariantMissesSome() {
            double[] fewer = DoubleStream.of(SECOND).limit(8).toArray();

            Comparison comparison = repeats(0, FIRST).compare(repeats(0, fewer));

            assertThat(comparison)
                    .isEqualTo(Comparison.paired(DoubleStream.of(FIRST).limit(8).toArray(), fewer));
        }

        @Test
        void isNotPairedWhenTheSeedsDiffer() {
            assertThat(repeats(0, FIRST).compare(repeats(100, SECOND))).isEqualTo(Comparison.unpaired(FIRST, SECOND));
        }

        @Test
        void ofOneEachHasADifferenceButNoInterval() {
            Comparison comparison = repeats(0, 1).compare(repeats(0, 3));

            assertThat(comparison.difference()).isEqualTo(-2);
            assertThat(comparison.interval()).isEmpty();
            assertThat(comparison.p()).isNaN();
            assertThat(comparison.rankP()).isNaN();
        }

        @Test
        void withoutSpreadIsCertain() {
            Comparison equal = Comparison.unpaired(new double[] {2, 2}, new double[] {2, 2});
            Comparison apart = Comparison.unpaired(new double[] {2, 2}, new double[] {3, 3});

            assertThat(equal.p()).isEqualTo(1);
            assertThat(apart.p()).isZero();
            assertThat(apart.interval()).contains(new Interval(-1, -1, 0.95));
        }

        /** Sums in another order, as threads make them, differ in the last digit. */
        @Test
        void takesRoundingForEqual() {
            double sum = 0.1 + 0.2;

            assertThat(Comparison.unpaired(new double[] {sum, sum, sum}, new double[] {0.3, 0.3, 0.3})
                            .p())
                    .isEqualTo(1);
            assertThat(Comparison.paired(new double[] {sum, 0.3, sum}, new double[] {0.3, sum, 0.3})
                            .p())
                    .isEqualTo(1);
            assertThat(Comparison.paired(new double[] {0.3, 0.5, 0.7}, new double[] {0.1, 0.3, 0.5})
                            .p())
                    .isZero();
        }

        /** The same numbers times 10⁹⁰ give this in SciPy. */
        @Test
        void ofTinyValuesIsThatOfThoseAtHand() {
            double[] a = {1.5e-90, 1.6e-90, 1.7e-90};
            double[] b = {2.5e-90, 2.6e-90, 2.8e-90};

            Comparison comparison = Comparison.unpaired(a, b);

            assertThat(comparison.p()).isCloseTo(0.001227151353729583, within(1e-12));
            assertThat(comparison.interval().orElseThrow().low()).isCloseTo(-1.3454217285228927e-90, within(1e-98));
        }

        @Test
        void ofNothingIsRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> repeats(0).compare(repeats(0)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> repeats(0, 1, Double.NaN))
                    .withMessage("repeats have finite values, but repeat 1 of v0 has NaN. Leave it out");
        }
    }

    static Repeats repeats(int firstSeed, double... values) {
        Map<Object, Double> bySeed = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            bySeed.put(firstSeed + i, values[i]);
        }
        return new Repeats("v" + firstSeed, bySeed);
    }
}
