package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.text.TextRenderer;
import java.nio.charset.StandardCharsets;
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
    }
}
