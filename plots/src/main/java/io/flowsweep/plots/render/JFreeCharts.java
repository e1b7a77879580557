package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Scale;
import io.flowsweep.plots.model.ChartType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Turns models into JFreeCharts, for the renderers and for Java users who change more than a spec can say. */
public final class JFreeCharts {

    static {
        // Else JFreeChart draws slanted and upright text as outlines, which nobody can search, select or edit in an
        // SVG.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private JFreeCharts() {}

    /**
     * A new chart, which belongs to the caller. AWT is made headless unless {@code java.awt.headless} is set.
     *
     * @param size how large it will be drawn: names are wrapped, slanted or shortened for that
     */
    public static JFreeChart of(ChartModel model, Size size) {
        Headless.unlessTold();
        Plot plot = plot(model, size);
        Look.dress(plot);
        plot.setNoDataMessage(model.message().orElse(null));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 6, 12));
        model.title().ifPresent(text -> chart.setTitle(title(text)));
        model.seriesLabel()
                .filter(label -> model.message().isEmpty())
                .ifPresent(label -> chart.addSubtitle(Legend.of(model, label, size)));
        chart.addSubtitle(caption(model.caption()));
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
        chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
        graphics.dispose();
        return image;
    }

    private static Plot plot(ChartModel model, Size size) {
        if (model.type() == ChartType.BAR) {
            return Bars.plot(model, size);
        }
        return model.x().scale() == Scale.CATEGORY ? CategoryLines.plot(model, size) : NumericLines.plot(model);
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
        caption.setPadding(new RectangleInsets(4, 4, 2, 4));
        return caption;
    }
}
