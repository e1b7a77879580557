package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Point;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;

/** Bars from zero, those of one category side by side. */
final class Bars extends BarRenderer {

    private static final double WIDEST = 0.12;

    private final transient List<List<Point>> grid;

    private Bars(ChartModel model) {
        grid = Categories.grid(model);
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(true);
        setItemMargin(0.08);
        setMaximumBarWidth(WIDEST);
        for (int i = 0; i < grid.size(); i++) {
            setSeriesPaint(i, Palette.filling(i));
            setSeriesOutlinePaint(i, Palette.color(i));
            setSeriesOutlineStroke(i, new BasicStroke(1));
        }
    }

    static CategoryPlot plot(ChartModel model, Size size) {
        return Categories.plot(model, size, new Bars(model));
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
        super.drawItem(graphics, state, area, plot, x, y, dataset, row, column, pass);
        Point point = grid.get(row).get(column);
        if (point != null && point.interval().isPresent()) {
            double left = calculateBarW0(plot, PlotOrientation.VERTICAL, area, x, state, row, column);
            double middle = left + state.getBarWidth() / 2;
            Whisker.draw(graphics, point.interval().get(), middle, y, area, Look.TEXT);
        }
    }
}
