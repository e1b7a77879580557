package io.flowsweep.sweep.space;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flowsweep.sweep.space.domain.Domain;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AxisBuilderTest {

    @Test
    void spacesAreWrittenInCodeAsInAFile() {
        Space space = Space.product(
                axis("optimizer").values("adam", "sgd"),
                Space.zip(axis("model.depth").range(2, 6, 2), axis("lr").geomspace(1e-4, 1e-2, 3)),
                Space.when("optimizer == 'sgd'", axis("momentum").linspace(0, 0.9, 2)));
        assertThat(space.size()).isEqualTo(9);
        assertThat(space.get(5))
                .isEqualTo(Map.of(
                        "config.optimizer",
                        "sgd",
                        "config.model.depth",
                        4L,
                        "config.lr",
                        0.001,
                        "config.momentum",
                        0L));
        assertThat(space.where("depth > 2").shuffle(1).limit(2).size()).isEqualTo(2);
        assertThat(List.of(
                        axis("params.s").values(1).path(),
                        axis("flow").values("A.java").path()))
                .containsExactly("params.s", "flow");
    }

    @Test
    void ofWrongValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").values());
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").values(1, 1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").range(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").geomspace(-1, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").geomspace(0, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").geomspace(1, Double.POSITIVE_INFINITY, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a").linspace(1, 1, 3));
    }

    @Test
    void spacedValuesAreExactInDecimals() {
        Domain tenths = axis("a").linspace(0, 1, 11).domain();
        assertThat(LongStream.range(0, 11).mapToObj(tenths::get))
                .isEqualTo(List.of(0L, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1L));
        Domain powers = axis("a").geomspace(1e-6, 1e6, 13).domain();
        assertThat(LongStream.range(0, 13).mapToObj(powers::get))
                .isEqualTo(List.of(
                        1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.1, 1L, 10L, 100L, 1000L, 10_000L, 100_000L, 1_000_000L));
        assertThat(axis("a").geomspace(-1, -100, 3).domain().get(1)).isEqualTo(-10L);
        assertThat(axis("a").geomspace(1e-220, 1e-200, 3).domain().get(1)).isEqualTo(1e-210);
    }
}
