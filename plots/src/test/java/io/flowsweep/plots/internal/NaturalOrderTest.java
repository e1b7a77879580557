package io.flowsweep.plots.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void comparesRunsOfDigitsAsNumbers() {
        assertThat(Stream.of("batch16", "batch8", "alpha", "", "10GB", "2GB", "batch08x2")
                        .sorted(NaturalOrder.COMPARATOR))
                .containsExactly("", "2GB", "10GB", "alpha", "batch8", "batch08x2", "batch16");
    }

    @Test
    void isAnOrderOfDifferentTexts() {
        assertThat(NaturalOrder.COMPARATOR.compare("a1", "a01")).isNotZero();
        assertThat(NaturalOrder.COMPARATOR.compare("a1", "a1")).isZero();
        assertThat(NaturalOrder.COMPARATOR.compare("v99999999999999999999", "v100000000000000000000"))
                .isNegative();
    }
}
