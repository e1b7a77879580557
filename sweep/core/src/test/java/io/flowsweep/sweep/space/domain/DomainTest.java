package io.flowsweep.sweep.space.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static List<Object> all(Domain domain) {
        return LongStream.range(0, domain.size()).mapToObj(domain::get).toList();
    }

    @Nested
    class OfValues {

        @Test
        void keepTheirOrderAndAreCanonical() {
            assertThat(all(Values.of(3, 1.0, "x", List.of(1.0)))).containsExactly(3L, 1L, "x", List.of(1L));
        }

        @Test
        void mayHoldNullOnce() {
            assertThat(Values.of(null, 1).get(0)).isNull();
            assertThatIllegalArgumentException().isThrownBy(() -> Values.of(null, null));
        }

        @Test
        void areNeitherEmptyNorTwiceTheSame() {
            assertThatIllegalArgumentException().isThrownBy(Values::of);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Values.of(1, 2, 1.0))
                    .withMessage("the value 1 stands there twice");
            assertThatIllegalArgumentException().isThrownBy(() -> Values.of(Map.of("a", 1), Map.of("a", 1.0)));
        }

        @Test
        void haveNoOtherPositions() {
            assertThatThrownBy(() -> Values.of(1).get(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> Values.of(1).get(1L << 32)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Nested
    class OfRanges {

        @Test
        void includeBothEnds() {
            assertThat(all(Range.of(1, 4))).containsExactly(1L, 2L, 3L, 4L);
            assertThat(all(Range.of(7, 7))).containsExactly(7L);
            assertThat(all(Range.of(7, 7, -3))).containsExactly(7L);
        }

        @Test
        void areExactInDecimals() {
            assertThat(all(Range.of(0, 1, 0.1))).containsExactly(0L, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1L);
            assertThat(all(Range.of(1e-3, 3e-3, 1e-3))).containsExactly(0.001, 0.002, 0.003);
        }

        @Test
        void endBeforeABoundThatNoStepReaches() {
            assertThat(all(Range.of(1, 10, 4))).containsExactly(1L, 5L, 9L);
            assertThat(all(Range.of(1, 0, -0.4))).containsExactly(1L, 0.6, 0.2);
        }

        @Test
        void mayDescend() {
            assertThat(all(Range.of(3, 1, -1))).containsExactly(3L, 2L, 1L);
        }

        @Test
        void needAStepThatLeadsThere() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Range.of(1, 3, 0))
                    .withMessageContaining("step=0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Range.of(3, 1))
                    .withMessage("a range from 3 to 1 is empty with step 1; step must be negative to go there");
            assertThatIllegalArgumentException().isThrownBy(() -> Range.of(1, 3, -1));
            assertThatIllegalArgumentException().isThrownBy(() -> Range.of(1, Double.POSITIVE_INFINITY));
        }

        @Test
        void areCountedExactlyAndBelowTwoToThe63() {
            assertThat(Range.of(1, 1_000_000_000_000L).size()).isEqualTo(1_000_000_000_000L);
            assertThat(Range.of(1, Long.MAX_VALUE).size()).isEqualTo(Long.MAX_VALUE);
            assertThatIllegalArgumentException().isThrownBy(() -> Range.of(0, Long.MAX_VALUE));
        }

        @Test
        void haveNoOtherPositions() {
            assertThatThrownBy(() -> Range.of(1, 3).get(3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> Range.of(1, 3).get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
