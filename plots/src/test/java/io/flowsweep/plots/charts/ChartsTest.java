package io.flowsweep.plots.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.UnknownColumnException;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Mark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    @TempDir
    Path folder;

    private final Table table =
            new Table(List.of(Column.number("cpu"), Column.number("dim"), Column.number("perf", "1/s")));

    @BeforeEach
    void fill() {
        table.add(List.of(1, 500, 10));
        table.add(List.of(2, 500, 19));
    }

    @Test
    void writeTheFormatThatIsAskedFor() throws IOException {
        Chart chart = Charts.line(table).x("cpu").y("perf").series("dim").title("Squarings");

        chart.png(folder.resolve("new/a"));
        chart.svg(folder.resolve("b"));
        chart.pdf(folder.resolve("d"));
        chart.write(folder.resolve("c.svg"));

        assertThat(Files.readAllBytes(folder.resolve("new/a"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("d")).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        assertThat(folder.resolve("b")).content().contains("<svg").contains("Squarings");
        assertThat(folder.resolve("c.svg")).hasSameBinaryContentAs(folder.resolve("b"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("new", "b", "c.svg", "d");
        }
    }

    @Test
    void sayEverythingThatASpecSays() {
        Chart chart = Charts.line(table)
                .x("cpu")
                .y("perf")
                .series("dim")
                .variant("cpu")
                .title("t")
                .logX()
                .logY();
        ChartSpec spec = ChartSpec.line("cpu", "perf")
                .withSeries("dim")
                .withVariant("cpu")
                .withTitle("t")
                .withLogX()
                .withLogY();

        assertThat(chart.model()).isEqualTo(Aggregation.of(spec, table));
        assertThat(Charts.bar(table).x("cpu").y("perf").model().type()).isEqualTo(ChartType.BAR);
        assertThat(chart).hasToString("Chart[line chart of x = cpu, y = perf, series = dim, variant = cpu]");
    }

    @Test
    void refuseALogarithmicScaleThatTheirTypeLacks() {
        assertThatThrownBy(() -> Charts.of(ChartSpec.of(ChartType.SLICE), table).logX())
                .isInstanceOf(InvalidChartException.class)
                .hasMessage("a slice chart has no scale for x that could be logarithmic. It has: y");
        assertThatThrownBy(() -> ChartSpec.line("cpu", "perf").withLog(Channel.SERIES))
                .hasMessageContaining("no scale for series");
    }

    @Test
    void showTheRowsOfTheFirstDrawingInEveryFormat() {
        Chart chart = Charts.of(ChartSpec.line("cpu", "perf"), table);
        ChartModel first = chart.model();

        table.add(List.of(3, 500, 25));

        assertThat(chart.model()).isSameAs(first);
        assertThat(chart.title("t").model().panels().get(0).marks())
                .singleElement()
                .satisfies(mark -> assertThat(((Mark.Line) mark).points()).hasSize(3));
    }

    @Test
    void giveAnImageForANotebookAndTheJFreeChartForTheRest() {
        Chart chart = Charts.line(table).x("cpu").y("perf").size(400, 300);

        BufferedImage image = chart.image();

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(300);
        assertThat(chart.jfreechart().getPlot()).isInstanceOf(XYPlot.class);
    }

    @Test
    void leaveTheOldFileWhenTheyCannotBeDrawnOrWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        Path under = file.resolve("b.png");

        assertThatThrownBy(() -> Charts.line(table).x("cpu").y("pref").write(file))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> Charts.line(table).x("cpu").y("perf").write(under))
                .isInstanceOf(UnableToWriteException.class)
                .hasMessageStartingWith(under + " cannot be written");
        assertThat(file).hasContent("old");
    }
}
