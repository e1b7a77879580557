package io.flowsweep.plots.charts;

import io.flowsweep.plots.AtomicFile;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.render.ChartRenderer;
import io.flowsweep.plots.render.JFreeCharts;
import io.flowsweep.plots.render.Renderers;
import io.flowsweep.plots.render.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.jfree.chart.JFreeChart;

/**
 * One chart of one table, ready to be drawn in any format.
 *
 * <p>The table is aggregated once, when the chart is first drawn, so that all files of one chart show the same numbers; a
 * chart of the rows that came later is a new one. Whatever draws throws
 * {@link io.flowsweep.plots.UnknownColumnException} when a column does not exist and
 * {@link io.flowsweep.plots.model.InvalidChartException} when one cannot be drawn so.
 *
 * <p>Files appear whole or not at all, missing folders are created, and an
 * {@link io.flowsweep.plots.UnableToWriteException} leaves the old file in place.
 *
 * <p><b>Thread safety.</b> Safe; methods that change something return a new chart.
 */
public final class Chart {

    private final ChartSpec spec;
    private final Table table;
    private final Size size;
    private ChartModel model;

    Chart(ChartSpec spec, Table table) {
        this(spec, table, Size.DEFAULT);
    }

    private Chart(ChartSpec spec, Table table, Size size) {
        this.spec = spec;
        this.table = table;
        this.size = size;
    }

    /** The column along the horizontal axis. */
    public Chart x(String column) {
        return with(Channel.X, column);
    }

    /** The column along the vertical axis. */
    public Chart y(String column) {
        return with(Channel.Y, column);
    }

    /** The number column shown in colour. */
    public Chart value(String column) {
        return with(Channel.VALUE, column);
    }

    /** The columns that were varied. */
    public Chart parameters(String... columns) {
        return with(Channel.PARAMETERS, columns);
    }

    /**
     * Those columns for a channel, in place of those it had.
     *
     * @throws io.flowsweep.plots.model.InvalidChartException when this type of chart has no such channel
     */
    public Chart with(Channel channel, String... columns) {
        return with(spec.with(channel, columns));
    }

    /** One line, or one bar in each category, for each value of that column. */
    public Chart series(String column) {
        return with(spec.withSeries(column));
    }

    /** The column that says which variant a row repeats; see {@link Channel#VARIANT}. */
    public Chart variant(String column) {
        return with(spec.withVariant(column));
    }

    public Chart title(String text) {
        return with(spec.withTitle(text));
    }

    public Chart logX() {
        return with(spec.withLogX());
    }

    public Chart logY() {
        return with(spec.withLogY());
    }

    /**
     * How large the chart is laid out, in CSS pixels; {@link Size#DEFAULT} unless said.
     *
     * @throws IllegalArgumentException when out of the bounds of {@link Size}
     */
    public Chart size(int width, int height) {
        return new Chart(spec, table, new Size(width, height, size.dpi()));
    }

    /**
     * How many dots per inch a PNG has; {@link Size#DEFAULT_DPI} unless said.
     *
     * @throws IllegalArgumentException when out of the bounds of {@link Size}
     */
    public Chart dpi(int dots) {
        return new Chart(spec, table, size.withDpi(dots));
    }

    /** What is drawn. */
    public synchronized ChartModel model() {
        if (model == null) {
            model = Aggregation.of(spec, table);
        }
        return model;
    }

    /** Writes a PNG, whatever the file's name. */
    public void png(Path file) {
        write(Renderers.named("png"), file);
    }

    /** Writes an SVG, whatever the file's name. */
    public void svg(Path file) {
        write(Renderers.named("svg"), file);
    }

    /** Writes a PDF, whatever the file's name. */
    public void pdf(Path file) {
        write(Renderers.named("pdf"), file);
    }

    /**
     * Writes the format that the file's extension names.
     *
     * @throws io.flowsweep.plots.render.UnknownFormatException when there is no such format
     */
    public void write(Path file) {
        write(Renderers.forFile(file), file);
    }

    /** An image with one dot for each CSS pixel, which notebooks show as it is. */
    public BufferedImage image() {
        return JFreeCharts.image(jfreechart(), size, 1);
    }

    /** A new JFreeChart, which belongs to the caller. */
    public JFreeChart jfreechart() {
        return JFreeCharts.of(model(), size);
    }

    /** {@code Chart[line chart of x = cpu, y = perf]}. */
    @Override
    public String toString() {
        return "Chart[" + spec + "]";
    }

    private Chart with(ChartSpec changed) {
        return new Chart(changed, table, size);
    }

    private void write(ChartRenderer renderer, Path file) {
        ChartModel drawn = model();
        try {
            AtomicFile.write(file, out -> renderer.render(drawn, size, out));
        } catch (IOException e) {
            throw new UnableToWriteException(file, e);
        }
    }
}
