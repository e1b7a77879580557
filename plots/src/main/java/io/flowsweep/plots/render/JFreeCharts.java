package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.Panel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Turns models into JFreeCharts, for the renderers and for Java users who change more than a spec can say. */
public final class JFreeCharts {

    /** What a legend takes of the width, about. */
    private static final double LEGEND = 130;

    static {
        // Else JFreeChart draws slanted and upright text as outlines, which nobody can search, select or edit in an
        // SVG.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private JFreeCharts() {}

    /**
     * A new chart, which belongs to the caller: one {@link XYPlot} when the model has one panel, else a plot of such plots.
     * AWT is made headless unless {@code java.awt.headless} is set.
     *
     * @param size how large it will be drawn: names are wrapped, slanted or shortened for that
     */
    public static JFreeChart of(ChartModel model, Size size) {
        Headless.unlessTold();
        boolean single = model.panels().size() == 1 || model.message().isPresent();
        double width = size.width() - (model.legend().isPresent() ? LEGEND : 0);
        Plot plot = single ? single(model, width, size) : grid(model.panels(), width, size.height());
        plot.setNoDataMessage(model.message().orElse(null));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 6, 12));
        model.title().ifPresent(text -> chart.setTitle(title(text)));
        chart.addSubtitle(caption(model.caption())); // before the legend: so it has the whole width
        if (!(single && named((XYPlot) plot, model, size))) {
            legend(model, chart, size);
        }
        return chart;
    }

    /**
     * Draws a chart into an image.
     *
     * @param size how large it is laid out
     * @param dotsPerPixel how many dots of the image stand for one CSS pixel, in both directions; above 0
     */
    public static BufferedImage image(JFreeChart chart, Size size, double dotsPerPixel) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(size.width() * dotsPerPixel),
                (int) Math.ceil(size.height() * dotsPerPixel),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(dotsPerPixel, dotsPerPixel);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Marker.allowStamps(graphics, dotsPerPixel);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
        graphics.dispose();
        return image;
    }

    private static XYPlot single(ChartModel model, double width, Size size) {
        return PanelPlot.of(
                model.panels().get(0), width, size.height(), model.message().isEmpty());
    }

    private static Plot grid(List<Panel> panels, double width, double height) {
        int columns = GridPlot.columns(panels.size());
        List<String> titles = new ArrayList<>();
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            XYPlot plot = PanelPlot.of(panel, width / columns, height / GridPlot.rows(panels.size()), true);
            boolean repeated = i % columns > 0
                    && panel.y().label().equals(panels.get(i - 1).y().label());
            if (repeated) {
                plot.getRangeAxis().setLabel(null);
            }
            titles.add(Texts.cutMiddle(Texts.clean(panel.title().orElse("")), 30));
            plots.add(plot);
        }
        Plot grid = new GridPlot(titles, plots);
        Look.dress(grid);
        return grid;
    }

    private static boolean named(XYPlot plot, ChartModel model, Size size) {
        var labels = EndLabels.of(model, plot.getRangeAxis(), size);
        labels.ifPresent(axis -> {
            plot.setRangeAxis(1, axis);
            plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        });
        return labels.isPresent();
    }

    private static void legend(ChartModel model, JFreeChart chart, Size size) {
        model.legend().ifPresent(legend -> {
            legend.ramp().ifPresent(ramp -> chart.addSubtitle(new RampLegend(legend.label(), ramp, size)));
            if (!legend.entries().isEmpty()) {
                chart.addSubtitle(SeriesLegend.of(legend, size));
            }
        });
    }

    private static TextTitle title(String text) {
        TextTitle title = new TextTitle(Texts.clean(text), Look.TITLE);
        title.setPaint(Look.TEXT);
        title.setPadding(new RectangleInsets(2, 4, 8, 4));
        return title;
    }

    private static TextTitle caption(String text) {
        TextTitle caption = new TextTitle(Texts.clean(text), Look.CAPTION);
        caption.setPaint(Look.FAINT_TEXT);
        caption.setPosition(RectangleEdge.BOTTOM);
        caption.setHorizontalAlignment(HorizontalAlignment.RIGHT);
        caption.setTextAlignment(HorizontalAlignment.RIGHT);
        caption.setPadding(new RectangleInsets(4, 4, 2, 4));
        return caption;
    }
}
