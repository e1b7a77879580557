package io.flowsweep.plots;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.charts.Charts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Draws a sheet of all kinds of chart, to be looked at. */
class GalleryTest {

    private static final Path SHEET = Path.of("target/gallery.png");
    private static final int COLUMNS = 3;
    private static final int WIDTH = 460;
    private static final int HEIGHT = 310;
    private static final int GAP = 6;

    @Test
    void drawsEveryKind() throws IOException {
        List<Examples.Example> examples = Examples.all();
        int rows = (examples.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setPaint(new Color(0xDDDDDD));
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < examples.size(); i++) {
            Examples.Example example = examples.get(i);
            BufferedImage image = Charts.of(
                            example.spec().withTitle(example.spec().type().toString()), example.table())
                    .size(WIDTH - GAP, HEIGHT - GAP)
                    .image();
            graphics.drawImage(image, i % COLUMNS * WIDTH + GAP / 2, i / COLUMNS * HEIGHT + GAP / 2, null);
        }
        graphics.dispose();
        ImageIO.write(sheet, "png", SHEET.toFile());
        assertThat(SHEET).isNotEmptyFile();
    }
}
