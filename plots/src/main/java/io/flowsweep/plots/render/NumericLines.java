package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Point;
import io.flowsweep.plots.model.ChartModel.Series;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over a number axis. A point without a mean leaves a gap in its line. */
final class NumericLines {

    /** More marks on one line hide it. */
    private static final int MOST_MARKS = 40;

    private NumericLines() {}

    static XYPlot plot(ChartModel model) {
        XYPlot plot = new XYPlot(dataset(model), Axes.x(model), Axes.y(model), new Renderer(model.series()));
        plot.setDomainGridlinesVisible(model.message().isEmpty());
        plot.setRangeGridlinesVisible(model.message().isEmpty());
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.GRID_LINE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.GRID_LINE);
        plot.setAxisOffset(Look.AXIS_OFFSET);
        return plot;
    }

    private static XYDataset dataset(ChartModel model) {
        XYSeriesCollection dataset = new XYSeriesCollection();
        if (model.message().isPresent()) {
            return dataset;
        }
        for (Series series : model.series()) {
            XYSeries points = new XYSeries(new Key(dataset.getSeriesCount(), series.name()), false, false);
            for (Point point : series.points()) {
                points.add(
                        point.x(),
                        point.mean().isPresent() ? (Double) point.mean().getAsDouble() : null,
                        false);
            }
            dataset.addSeries(points);
        }
        return dataset;
    }

    private static final class Renderer extends XYLineAndShapeRenderer {

        private final List<Series> series;

        Renderer(List<Series> series) {
            this.series = series;
            setDrawSeriesLineAsPath(true);
            setUseOutlinePaint(true);
            setDefaultOutlinePaint(Color.WHITE);
            for (int i = 0; i < series.size(); i++) {
                setSeriesPaint(i, Palette.color(i));
                setSeriesShape(i, Palette.shape(i));
                setSeriesStroke(i, Palette.line(i));
            }
        }

        /** A long line is marked here and there; a point that no line reaches always is. */
        @Override
        public boolean getItemShapeVisible(int row, int item) {
            List<Point> points = series.get(row).points();
            int every = (points.size() + MOST_MARKS - 1) / MOST_MARKS;
            return item % every == 0 || item == points.size() - 1 || gap(points, item - 1) && gap(points, item + 1);
        }

        private static boolean gap(List<Point> points, int item) {
            return item < 0 || item >= points.size() || points.get(item).mean().isEmpty();
        }

        @Override
        public void drawItem(
                Graphics2D graphics,
                XYItemRendererState state,
                Rectangle2D area,
                PlotRenderingInfo info,
                XYPlot plot,
                ValueAxis x,
                ValueAxis y,
                XYDataset dataset,
                int row,
                int item,
                CrosshairState crosshair,
                int pass) {
            if (isLinePass(pass)) {
                Point point = series.get(row).points().get(item);
                double middle = x.valueToJava2D(point.x(), area, plot.getDomainAxisEdge());
                point.interval().ifPresent(i -> Whisker.draw(graphics, i, middle, y, area, getItemPaint(row, item)));
            }
            super.drawItem(graphics, state, area, info, plot, x, y, dataset, row, item, crosshair, pass);
        }
    }
}
