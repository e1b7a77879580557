package io.flowsweep.sweep.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingTest {

    private static final long SEED = new Random().nextLong();

    @BeforeAll
    static void tellTheSeed() {
        System.out.println("SamplingTest seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void coordinatesLieWithinTheCubeAndFollowFromSeedAndIndex(Method method) {
        UnitPoints points = method.points(500, 7, SEED);
        UnitPoints again = method.points(500, 7, SEED);
        UnitPoints others = method.points(500, 7, SEED + 1);
        int same = 0;
        for (int i = 499; i >= 0; i--) {
            for (int d = 0; d < 7; d++) {
                double value = points.at(i, d);
                assertThat(value).isBetween(Double.MIN_NORMAL, Math.nextDown(1.0));
                assertThat(again.at(i, d)).isEqualTo(value);
                same += others.at(i, d) == value ? 1 : 0;
            }
        }
        assertThat(same).isLessThan(10);
    }

    @Test
    void aLatinHypercubeHasOnePointInEachSliceOfEachAxis() {
        for (int n : new int[] {1, 2, 3, 10, 97, 1000}) {
            UnitPoints points = Method.LHS.points(n, 5, SEED);
            for (int d = 0; d < 5; d++) {
                Set<Integer> slices = new HashSet<>();
                for (int i = 0; i < n; i++) {
                    slices.add((int) Math.floor(points.at(i, d) * n));
                }
                assertThat(slices).hasSize(n);
            }
        }
    }

    @Test
    void sobolPointsAreANetInEveryAxisAndInTheFirstTwoTogether() {
        int n = 1 << 8;
        UnitPoints points = Method.SOBOL.points(n, 60, SEED);
        for (int d = 0; d < 60; d++) {
            Set<Integer> slices = new HashSet<>();
            for (int i = 0; i < n; i++) {
                slices.add((int) (points.at(i, d) * n));
            }
            assertThat(slices).as("axis %d", d).hasSize(n);
        }
        for (int wide = 0; wide <= 8; wide++) {
            Set<Long> boxes = new HashSet<>();
            for (int i = 0; i < n; i++) {
                boxes.add(
                        ((long) (points.at(i, 0) * (1 << wide)) << 32) | (long) (points.at(i, 1) * (1 << (8 - wide))));
            }
            assertThat(boxes).as("2^%d by 2^%d boxes", wide, 8 - wide).hasSize(n);
        }
    }

    @Test
    void haltonPointsFillTheSlicesOfTheirBase() {
        int[] bases = {2, 3, 5, 7};
        UnitPoints points = Method.HALTON.points(10_000, 4, SEED);
        for (int d = 0; d < 4; d++) {
            int n = bases[d] * bases[d];
            Set<Integer> slices = new HashSet<>();
            for (int i = 0; i < n; i++) {
                slices.add((int) (points.at(i, d) * n));
            }
            assertThat(slices).hasSize(n);
        }
    }

    @Test
    void permutationsReachEveryPlaceOnce() {
        for (int size : new int[] {1, 2, 3, 4, 5, 17, 64, 1000}) {
            Permutation permutation = new Permutation(BigInteger.valueOf(size), SEED);
            Set<BigInteger> places = new HashSet<>();
            for (int i = 0; i < size; i++) {
                places.add(permutation.at(BigInteger.valueOf(i)));
            }
            assertThat(places).hasSize(size).allMatch(p -> p.signum() >= 0 && p.intValueExact() < size);
        }
        for (int bits : new int[] {61, 62, 63, 64, 65, 127, 200}) {
            BigInteger size = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.TWO);
            Permutation permutation = new Permutation(size, SEED);
            Set<BigInteger> places = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                places.add(permutation.at(BigInteger.valueOf(i)));
                places.add(permutation.at(size.subtract(BigInteger.valueOf(i + 1))));
            }
            assertThat(places).hasSize(600).allMatch(p -> p.signum() >= 0 && p.compareTo(size) < 0);
        }
    }

    @Test
    void quantilesOfTheNormalDistributionAreThoseOfTheTables() {
        assertThat(NormalQuantile.at(0.5)).isZero();
        assertThat(NormalQuantile.at(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(NormalQuantile.at(0.025)).isCloseTo(-1.959963984540054, within(1e-14));
        assertThat(NormalQuantile.at(1e-10)).isCloseTo(-6.361340902404056, within(1e-13));
        assertThat(NormalQuantile.at(1e-300)).isCloseTo(-37.0471, within(1e-4));
    }

    @Test
    void distributionsHaveTheirMeaningAndBounds() {
        assertThat(new Distribution.Uniform(-1, 3).at(0.25)).isEqualTo(0L);
        assertThat((Double) new Distribution.LogUniform(1e-4, 1e-2).at(0.5)).isCloseTo(1e-3, within(1e-12));
        assertThat((Double) new Distribution.Normal(5, 2).at(0.975)).isCloseTo(8.919927969080108, within(1e-12));
        assertThat(new Distribution.LogNormal(0, 1).at(0.5)).isEqualTo(1L);
        Distribution die = new Distribution.RandInt(1, 6);
        assertThat(List.of(die.at(Double.MIN_NORMAL), die.at(0.17), die.at(0.5), die.at(Math.nextDown(1.0))))
                .containsExactly(1L, 2L, 4L, 6L);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution.Uniform(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution.LogUniform(-4, -1))
                .withMessageContaining("not their logarithms");
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution.Normal(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Method.RANDOM.points(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Method.HALTON.points(5, 101, 1));
    }
}
