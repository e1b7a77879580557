package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngRendererTest extends ChartRendererContract {

    @Override
    ChartRenderer renderer() {
        return new PngRenderer();
    }

    @Override
    void assertIsChart(byte[] file, Size size) throws IOException {
        BufferedImage image = read(file);
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(size.dotsPerPixel() * size.width()));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(size.dotsPerPixel() * size.height()));
        assertThat(image.getRGB(0, 0)).isEqualTo(Color.WHITE.getRGB());
        assertThat(pixels(image).distinct().count()).isGreaterThan(3);
    }

    @Test
    void showsEverySeriesInItsColour() throws IOException {
        BufferedImage image = read(render(Models.matmul(), Size.DEFAULT));

        for (int series = 0; series < 4; series++) {
            int color = Palette.color(series).getRGB();
            assertThat(pixels(image).filter(p -> p == color).count())
                    .as("pixels of series %d", series)
                    .isGreaterThan(500);
        }
    }

    @Test
    void hasTheDotsThatAreAskedForAndSaysSo() throws Exception {
        byte[] file = render(Models.matmul(), new Size(600, 400, 300));

        assertThat(read(file).getWidth()).isEqualTo(1875);
        // pHYs: dots per metre, 300 / 0.0254
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("pHYs") + 4;
        assertThat(ByteBuffer.wrap(file, at, 8).getInt()).isCloseTo(11811, within(1));
    }

    @Test
    void keepsItsMarksAwayFromTheEdges() throws IOException {
        BufferedImage image = read(render(Models.bars(), Size.DEFAULT));
        int width = image.getWidth();
        int height = image.getHeight();

        IntStream edges = IntStream.concat(
                IntStream.range(0, width).flatMap(x -> IntStream.of(image.getRGB(x, 2), image.getRGB(x, height - 3))),
                IntStream.range(0, height).flatMap(y -> IntStream.of(image.getRGB(2, y), image.getRGB(width - 3, y))));

        assertThat(edges.distinct()).containsExactly(Color.WHITE.getRGB());
    }

    @Test
    void holdsEveryDotAsItWasDrawn() throws IOException {
        BufferedImage drawn = JFreeCharts.image(JFreeCharts.of(Models.matmul(), Size.DEFAULT), Size.DEFAULT, 2);

        assertThat(pixels(read(render(Models.matmul(), Size.DEFAULT))).toArray())
                .isEqualTo(pixels(drawn).toArray());
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
