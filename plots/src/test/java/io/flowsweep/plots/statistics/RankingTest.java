package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.statistics.Ranking.Ranked;
import io.flowsweep.plots.statistics.Ranking.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

    /** Holm's own example of the method in the words of R's p.adjust: c(0.01, 0.02, 0.03, 0.04) gives 0.04, 0.06, 0.06, 0.06. */
    @Test
    void holmAdjustsInTheOrderGivenAndSkipsWhatCouldNotBeTested() {
        assertThat(Holm.adjust(new double[] {0.03, Double.NaN, 0.01, 0.04, 0.02}))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.06, Double.NaN, 0.04, 0.06, 0.06);
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    @Test
    void tellsWhoCannotBeToldFromTheBest() {
        Ranking ranking = Ranking.of(
                List.of(
                        variant("bad", 1.0, 1.1, 0.9, 1.05),
                        variant("good", 10.0, 10.3, 9.8, 10.1),
                        variant("as good", 10.1, 10.1, 9.7, 10.2),
                        variant("once", 9.0)),
                Goal.MAXIMIZE);

        assertThat(ranking.ranked())
                .extracting(r -> r.variant().name())
                .containsExactly("good", "as good", "once", "bad");
        assertThat(ranking.ranked())
                .extracting(Ranked::standing)
                .containsExactly(Standing.BEST, Standing.NOT_DISTINGUISHABLE, Standing.UNTESTED, Standing.WORSE);
        assertThat(ranking.top()).hasSize(2);
        assertThat(ranking.ranked().get(3).toBest().orElseThrow().comparison().difference())
                .isCloseTo(1.0125 - 10.05, within(1e-12));
    }

    @Test
    void minimizesWhenThatIsBetter() {
        Ranking ranking = Ranking.of(List.of(variant("slow", 3), variant("fast", 1)), Goal.MINIMIZE);

        assertThat(ranking.ranked().get(0).variant().name()).isEqualTo("fast");
        assertThat(ranking.ranked().get(1).standing()).isEqualTo(Standing.UNTESTED);
    }

    @Test
    void needsAVariant() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.of(List.of(), Goal.MAXIMIZE));
    }

    /** 1,000 sweeps of 10 variants without any difference to the baseline, 5 independent repeats each. */
    @Test
    void callsAnyDifferenceSignificantInAtMostOneOfTwentySweepsWithoutOne() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int wrong = 0;
        for (int sweep = 0; sweep < 1000; sweep++) {
            List<Repeats> variants = IntStream.range(0, 10)
                    .mapToObj(v -> variant(
                            "v" + v,
                            random.doubles(5, -1, 1)
                                    .map(x -> x + random.nextGaussian())
                                    .toArray()))
                    .toList();
            Differences differences = Differences.to(variants.get(0), variants);
            wrong += differences.differences().stream().anyMatch(Differences.Difference::significant) ? 1 : 0;
        }
        // 50 expected at most; a mean of 50 exceeds 75 once in some thousand runs
        assertThat(wrong).as("family-wise errors in 1000, seed %d", seed).isLessThanOrEqualTo(75);
    }

    @Test
    void flagsOutliersByTheMedianAbsoluteDeviation() {
        assertThat(Outliers.flag(new double[] {10, 10.2, 9.9, 10.1, 14}))
                .containsExactly(false, false, false, false, true);
        assertThat(Outliers.flag(new double[] {1, 1, 1, 1, 9})).containsOnly(false);
        assertThat(Outliers.flag(new double[] {1, 2, 100})).containsOnly(false);
    }

    private static Repeats variant(String name, double... values) {
        Map<Object, Double> bySeed = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            bySeed.put(i, values[i]);
        }
        return new Repeats(name, bySeed);
    }
}
