package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Axis.Scale;
import io.flowsweep.plots.model.Panel;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;

/** Turns a panel into a plot. */
final class PanelPlot {

    /** What stands left of and below a panel, about. */
    private static final double LEFT = 70;

    private static final double BELOW = 90;

    /** What stands left of a panel without an axis there. */
    private static final double EDGE = 16;

    private PanelPlot() {}

    /**
     * @param width pixels that it has, axes included
     * @param marked whether axes have ticks: not when a message stands in place of the marks
     */
    static XYPlot of(Panel panel, double width, double height, boolean marked) {
        boolean named = panel.y().scale() == Scale.CATEGORY;
        double across = named ? width * 0.35 : LEFT;
        double before = panel.y().scale() == Scale.HIDDEN ? EDGE : LEFT;
        XYPlot plot = new XYPlot(
                panel.marks().isEmpty() ? null : MarkRenderer.dataset(panel.marks()),
                Axes.of(panel.x(), width - (named ? LEFT * 2 : LEFT), height * 0.3, before, false, marked),
                Axes.of(panel.y(), height - BELOW, across, 0, true, marked),
                new MarkRenderer(panel.marks()));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainGridlinesVisible(marked && grid(panel.x().scale()));
        plot.setRangeGridlinesVisible(marked && grid(panel.y().scale()));
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.GRID_LINE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.GRID_LINE);
        plot.setAxisOffset(Look.AXIS_OFFSET);
        Look.dress(plot);
        return plot;
    }

    private static boolean grid(Scale scale) {
        return scale == Scale.LINEAR || scale == Scale.LOG;
    }
}
