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

        @Test
        void ofNothingIsRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> repeats(0).compare(repeats(0)));
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
