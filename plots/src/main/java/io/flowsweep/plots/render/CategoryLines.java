package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.CategoryDataset;

/** Lines over categories; each is one path. A category without a mean leaves a gap in its line. */
final class CategoryLines extends LineAndShapeRenderer {

    private static final int LINES = 0;

    private final transient List<List<Point>> grid;

    private CategoryLines(ChartModel model) {
        grid = Categories.grid(model);
        setUseOutlinePaint(true);
        setDefaultOutlinePaint(Color.WHITE);
        for (int i = 0; i < grid.size(); i++) {
            setSeriesPaint(i, Palette.color(i));
            setSeriesShape(i, Palette.shape(i));
            setSeriesStroke(i, Palette.line(i));
        }
    }

    static CategoryPlot plot(ChartModel model, Size size) {
        CategoryPlot plot = Categories.plot(model, size, new CategoryLines(model));
        plot.setDomainGridlinesVisible(model.message().isEmpty());
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.GRID_LINE);
        return plot;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            CategoryItemRendererState state,
            Rectangle2D area,
            CategoryPlot plot,
            CategoryAxis x,
            ValueAxis y,
            CategoryDataset dataset,
            int row,
            int column,
            int pass) {
        if (pass != LINES) {
            super.drawItem(graphics, state, area, plot, x, y, dataset, row, column, pass);
        } else if (column == dataset.getColumnCount() - 1) {
            drawSeries(graphics, area, plot, x, y, row);
        }
    }

    private void drawSeries(
            Graphics2D graphics, Rectangle2D area, CategoryPlot plot, CategoryAxis x, ValueAxis y, int row) {
        List<Point> points = grid.get(row);
        Path2D line = new Path2D.Double();
        boolean joined = false;
        for (int column = 0; column < points.size(); column++) {
            Point point = points.get(column);
            if (point == null || point.mean().isEmpty()) {
                joined = false;
                continue;
            }
            double middle = x.getCategoryMiddle(column, points.size(), area, plot.getDomainAxisEdge());
            double height = y.valueToJava2D(point.mean().getAsDouble(), area, plot.getRangeAxisEdge());
            if (joined) {
                line.lineTo(middle, height);
            } else {
                line.moveTo(middle, height);
            }
            joined = true;
            point.interval().ifPresent(i -> Whisker.draw(graphics, i, middle, y, area, getSeriesPaint(row)));
        }
        graphics.setPaint(getSeriesPaint(row));
        graphics.setStroke(getSeriesStroke(row));
        graphics.draw(line);
    }
}
