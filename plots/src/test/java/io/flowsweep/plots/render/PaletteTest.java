package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final int DISTINCT = 28;

    @Test
    void givesEveryOneOf28SeriesItsOwnLookOfLine() {
        assertThat(IntStream.range(0, DISTINCT).mapToObj(i -> List.of(Palette.color(i), Palette.line(i))))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, DISTINCT).mapToObj(i -> List.of(Palette.color(i), Palette.shape(i))))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesEveryOneOf28SeriesItsOwnLookOfBar() {
        assertThat(IntStream.range(0, DISTINCT).mapToObj(i -> List.of(Palette.color(i), Palette.filling(i))))
                .doesNotHaveDuplicates();
    }

    @Test
    void servesAnyNumberOfSeries() {
        assertThat(Palette.line(1_000_003)).isNotNull();
        assertThat(Palette.shape(1_000_003)).isNotNull();
        assertThat(Palette.filling(1_000_003)).isNotNull();
    }
}
