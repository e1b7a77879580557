package io.flowsweep.sweep.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.events.TrialId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialOrderTest {

    @Test
    void repeatsAreInterleavedOrFollowTheirVariant() {
        assertThat(all(TrialOrder.interleaved(2, 2)))
                .containsExactly(new TrialId(0, 0), new TrialId(1, 0), new TrialId(0, 1), new TrialId(1, 1));
        assertThat(all(TrialOrder.variantByVariant(2, 2)))
                .containsExactly(new TrialId(0, 0), new TrialId(0, 1), new TrialId(1, 0), new TrialId(1, 1));
    }

    @Test
    void theLargestPriorityGoesFirstAndEqualOnesKeepTheirOrder() {
        double[] priorities = {1, 3, 1, 3};

        assertThat(all(TrialOrder.prioritised(4, 2, variant -> priorities[variant])).stream()
                        .map(trial -> trial.variant() + "#" + trial.repeat()))
                .containsExactly("1#0", "3#0", "0#0", "2#0", "1#1", "3#1", "0#1", "2#1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 63, 64, 65, 1000})
    void aShuffledOrderHasEveryTrialOnceAndIsTheSameForTheSameSeed(long size) {
        TrialOrder plain = TrialOrder.interleaved(size, 1);
        List<TrialId> shuffled = all(plain.shuffled(7));

        assertThat(shuffled).containsExactlyInAnyOrderElementsOf(all(plain));
        assertThat(all(plain.shuffled(7))).isEqualTo(shuffled);
        if (size > 60) {
            assertThat(shuffled).isNotEqualTo(all(plain));
            assertThat(all(plain.shuffled(8))).isNotEqualTo(shuffled);
        }
    }

    @Test
    void aTrialOfALargeSpaceIsFoundWithoutTheOthers() {
        TrialOrder order = TrialOrder.interleaved(1_000_000_000_000L, 3).shuffled(1);

        assertThat(order.size()).hasValue(3_000_000_000_000L);
        assertThat(order.at(2_999_999_999_999L).variant()).isBetween(0L, 999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofVariantsWhoseNumberIsNotKnownIsTheSame(int repeats) {
        long[] asked = {0};
        TrialOrder.Open open = new TrialOrder.Open(index -> index < 5, () -> {
            asked[0]++;
            return 5;
        });

        TrialOrder interleaved = TrialOrder.interleaved(open, repeats);
        assertThat(interleaved.size()).isEmpty();
        assertThat(interleaved.at(4)).isEqualTo(new TrialId(4, 0));
        assertThat(asked[0]).as("nothing is counted before the end is reached").isZero();
        assertThat(all(interleaved)).isEqualTo(all(TrialOrder.interleaved(5, repeats)));
        assertThat(all(TrialOrder.variantByVariant(open, repeats)))
                .isEqualTo(all(TrialOrder.variantByVariant(5, repeats)));
    }

    private static List<TrialId> all(TrialOrder order) {
        return LongStream.iterate(0, order::has, i -> i + 1).mapToObj(order::at).toList();
    }
}
