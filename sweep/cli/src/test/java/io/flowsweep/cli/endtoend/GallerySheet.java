package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.RecordedSweep;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Charts of one of the example sweeps as one picture, which docs/charts.md shows: drawn into target/gallery whenever the sweep
 * is tested; copy it to docs when its charts have changed.
 */
final class GallerySheet {

    private static final Path TARGET = Path.of("target/gallery");
    private static final Path DOCS = Path.of("../../docs");
    private static final int COLUMNS = 3;
    private static final int WIDTH = 440;
    private static final int HEIGHT = 300;
    private static final int GAP = 6;

    private static final List<String> DIGITS = List.of("learning_rate", "hidden", "batch");

    private GallerySheet() {}

    static List<ChartSpec> digits() {
        ChartSpec rates =
                ChartSpec.line("learning_rate", "accuracy").withSeries("hidden").withLogX();
        ChartSpec plane = ChartSpec.of(ChartType.HEATMAP, "learning_rate", "hidden");
        return List.of(
                rates,
                ChartSpec.of(ChartType.SCATTER, "duration", "accuracy").withSeries("batch"),
                ChartSpec.of(ChartType.HISTOGRAM).with(Channel.X, "accuracy").withSeries("batch"),
                plane.with(Channel.VALUE, "accuracy"),
                ChartSpec.of(ChartType.CONTOUR, "learning_rate", "hidden")
                        .with(Channel.VALUE, "accuracy")
                        .withLogX()
                        .withLogY(),
                ChartSpec.of(ChartType.STATES, "learning_rate", "hidden"),
                ChartSpec.of(ChartType.PARALLEL)
                        .with(Channel.PARAMETERS, DIGITS)
                        .with(Channel.VALUE, "accuracy"),
                ChartSpec.of(ChartType.SLICE).with(Channel.PARAMETERS, DIGITS).with(Channel.Y, "accuracy"),
                ChartSpec.of(ChartType.IMPORTANCE)
                        .with(Channel.PARAMETERS, DIGITS)
                        .with(Channel.Y, "accuracy"),
                ChartSpec.of(ChartType.CURVES).with(Channel.Y, "learning").withSeries("learning_rate"),
                ChartSpec.of(ChartType.HISTORY, "variant", "accuracy"),
                ChartSpec.of(ChartType.TIMELINE));
    }

    static List<ChartSpec> backends() {
        return List.of(
                ChartSpec.bar("backend", "answer"),
                ChartSpec.of(ChartType.BOX, "backend", "answer"),
                ChartSpec.of(ChartType.DIFFERENCE, "backend", "answer").withBaseline("streams"));
    }

    static List<ChartSpec> matmul() {
        return List.of(
                ChartSpec.of(ChartType.SPEEDUP, "cpu", "perf").withSeries("dim"),
                ChartSpec.bar("dim", "gflops").withSeries("cpu"),
                ChartSpec.of(ChartType.PARETO, "perf", "gflops"));
    }

    /** Draws the charts; fails when docs shows a picture of other ones. */
    static void draw(String sweep, Path store, List<ChartSpec> charts) throws IOException {
        RecordedSweep recorded = RecordedSweep.of(Optional.of(store), sweep);
        int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setPaint(new Color(0xDDDDDD));
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < charts.size(); i++) {
            ChartSpec spec =
                    recorded.chart(charts.get(i).withTitle(charts.get(i).type().toString()));
            BufferedImage image = Charts.of(spec, recorded.table(spec))
                    .size(WIDTH - GAP, HEIGHT - GAP)
                    .image();
            graphics.drawImage(image, i % COLUMNS * WIDTH + GAP / 2, i / COLUMNS * HEIGHT + GAP / 2, null);
        }
        graphics.dispose();
        Path file = Files.createDirectories(TARGET).resolve("gallery-" + sweep + ".png");
        ImageIO.write(sheet, "png", file.toFile());

        BufferedImage shown = ImageIO.read(DOCS.resolve(file.getFileName()).toFile());
        assertThat(List.of(shown.getWidth(), shown.getHeight()))
                .as("docs shows other charts of " + sweep + ": copy " + file)
                .isEqualTo(List.of(sheet.getWidth(), sheet.getHeight()));
    }
}
