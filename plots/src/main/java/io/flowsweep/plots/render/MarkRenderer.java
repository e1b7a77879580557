package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Point;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws the marks of a panel: each is one series of {@link #dataset}, drawn as a whole at its first item. */
final class MarkRenderer extends AbstractXYItemRenderer {

    private final transient List<Painter> painters;

    MarkRenderer(List<Mark> marks) {
        painters = marks.stream().map(MarkRenderer::painter).toList();
    }

    /** The numbers of the marks, for whoever looks into the JFreeChart; a mark without any has an item all the same. */
    static XYDataset dataset(List<Mark> marks) {
        XYSeriesCollection dataset = new XYSeriesCollection();
        for (Mark mark : marks) {
            XYSeries series = new XYSeries(dataset.getSeriesCount(), false, true);
            if (mark instanceof Mark.Line line) {
                series.setDescription(line.name());
                for (Point point : line.points()) {
                    series.add(
                            point.x(),
                            point.y().isPresent() ? (Double) point.y().getAsDouble() : null,
                            false);
                }
            } else if (mark instanceof Mark.Rects rects) {
                series.setDescription(rects.name());
                rects.rects().forEach(r -> series.add(r.x0() / 2 + r.x1() / 2, r.y1(), false));
            }
            if (series.isEmpty()) {
                series.add(0, null, false);
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    /** All items, also those outside of the axes: a line between two of them may cross the panel. */
    @Override
    public XYItemRendererState initialise(
            Graphics2D graphics, Rectangle2D area, XYPlot plot, XYDataset data, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(graphics, area, plot, data, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
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
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item == 0) {
            painters.get(series).paint(graphics, new Coordinates(x, y, area));
        }
    }

    private static Painter painter(Mark mark) {
        if (mark instanceof Mark.Line line) {
            return new LinePainter(line);
        }
        if (mark instanceof Mark.Rects rects) {
            return new RectPainter(rects);
        }
        if (mark instanceof Mark.Segments segments) {
            return new SegmentPainter(segments);
        }
        return new LabelPainter((Mark.Labels) mark);
    }
}
