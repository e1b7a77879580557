package io.flowsweep.sweep.engine;

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

        assertThat(order.size()).isEqualTo(3_000_000_000_000L);
        assertThat(order.at(2_999_999_999_999L).variant()).isBetween(0L, 999_999_999_999L);
    }

    private static List<TrialId> all(TrialOrder order) {
        return LongStream.range(0, order.size()).mapToObj(order::at).toList();
    }
}
