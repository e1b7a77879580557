package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RenderersTest {

    @Test
    void areFoundByTheExtensionOfAFile() {
        assertThat(Renderers.forFile(Path.of("a.b", "perf.SVG"))).isInstanceOf(SvgRenderer.class);
    }

    @Test
    void thatDoNotExistAreNamedWithThoseThatDo() {
        assertThatThrownBy(() -> Renderers.forFile(Path.of("perf.gif")))
                .isInstanceOf(UnknownFormatException.class)
                .hasMessage("no chart format \"gif\". There are: json, pdf, png, svg, txt");
        assertThatThrownBy(() -> Renderers.forFile(Path.of("folder.d", "perf")))
                .hasMessage(
                        "a chart's file needs an extension that names its format. There are: json, pdf, png, svg, txt");
    }

    @Test
    void refuseSizesThatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Size(100, 540))
                .withMessage("a chart is from 200 × 150 to 10000 × 10000, but got 100 × 540");
    }
}
