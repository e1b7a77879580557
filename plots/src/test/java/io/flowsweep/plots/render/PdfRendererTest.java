package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PdfRendererTest extends ChartRendererContract {

    @Override
    ChartRenderer renderer() {
        return new PdfRenderer();
    }

    @Override
    void assertIsChart(byte[] file, Size size) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(size.width() * 0.75f, within(0.01f));
            assertThat(page.getHeight()).isCloseTo(size.height() * 0.75f, within(0.01f));
        }
    }

    /** Drawn by another program, it shows the colours of the lines where the PNG has them. */
    @Test
    void showsWhatThePngShows() throws IOException {
        try (PDDocument document = Loader.loadPDF(render(Models.matmul(), Size.DEFAULT))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 96);
            BufferedImage image = JFreeCharts.image(JFreeCharts.of(Models.matmul(), Size.DEFAULT), Size.DEFAULT, 1);

            assertThat(page.getWidth()).isCloseTo(image.getWidth(), within(1));
            for (int series = 0; series < 4; series++) {
                assertThat(count(page, series))
                        .as("pixels of series %d", series)
                        .isCloseTo(count(image, series), within(count(image, series) / 2));
            }
        }
    }

    private static int count(BufferedImage image, int series) {
        int pixels = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                pixels += (image.getRGB(x, y) & 0xFFFFFF)
                                == (Palette.color(series).getRGB() & 0xFFFFFF)
                        ? 1
                        : 0;
            }
        }
        return pixels;
    }
}
