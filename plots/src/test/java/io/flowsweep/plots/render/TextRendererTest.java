package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.text.TextRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextRendererTest extends ChartRendererContract {

    @Override
    ChartRenderer renderer() {
        return new TextRenderer();
    }

    @Override
    void assertIsChart(byte[] file, Size size) {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Texts.width(line)).isLessThanOrEqualTo(Math.max(20, size.width() / 9)));
        assertThat(text).doesNotContain("\u001b", "\u0000", "NaN", "Infinity");
    }

    @Test
    void namesSeriesAxesAndCaption() {
        assertThat(TextRenderer.text(Models.matmul(), 80, 20))
                .contains("Squarings", "perf [1/s]", "● 128", "◆ 512", "n = 3 per point", "1 row without perf")
                .containsPattern("[\u2801-\u28ff]{3}");
    }

    @Test
    void printsTheNumbersOfAHeatmap() {
        String text = TextRenderer.text(Models.named("heatmap"), 100, 20);

        assertThat(text).contains("85.6 ± 4.7", "dim", "1500");
        assertThat(TextRenderer.text(Models.named("heatmap"), 44, 20))
                .contains("85.6")
                .doesNotContain("±");
    }

    @Test
    void givesEachNameOfTheVerticalAxisALine() {
        Table table = new Table(List.of(Column.text("name"), Column.number("y")));
        for (int i = 0; i < 26; i++) {
            table.add(List.of("variant " + i, (double) i));
        }

        String text = TextRenderer.text(Aggregation.of(ChartSpec.of(ChartType.DIFFERENCE, "name", "y"), table), 80, 12);

        assertThat(IntStream.range(0, 25)).allSatisfy(i -> assertThat(text).contains("variant " + i + " │"));
    }

    @Test
    void marksThePointThatNoLineReaches() {
        Table table = new Table(List.of(Column.number("step"), Column.number("y")));
        table.add(List.of(0.0, 1.0));

        assertThat(TextRenderer.text(Aggregation.of(ChartSpec.of(ChartType.CURVES, "step", "y"), table), 80, 12))
                .contains("●");
    }
}
