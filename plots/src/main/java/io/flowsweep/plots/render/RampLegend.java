package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Legend.Ramp;
import io.flowsweep.plots.model.Tone;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;

/** Which colour stands for which number: a bar beside the plot with its ends and middle. */
final class RampLegend extends Title {

    private static final int STRIPES = 64;
    private static final double BAR = 16;
    private static final double TALLEST = 220;
    private static final double HEADING = 24;
    private static final int LONGEST_LABEL = 22;

    private final String label;
    private final transient Map<Double, String> ticks = new TreeMap<>();
    private final double height;

    RampLegend(String label, Ramp ramp, Size size) {
        super(RectangleEdge.RIGHT, HorizontalAlignment.LEFT, VerticalAlignment.TOP, new RectangleInsets(8, 10, 8, 8));
        this.label = Texts.cutMiddle(Texts.clean(label), LONGEST_LABEL);
        height = Math.min(TALLEST, size.height() * 0.45);
        double middle = ramp.log() ? Math.sqrt(ramp.low()) * Math.sqrt(ramp.high()) : ramp.low() / 2 + ramp.high() / 2;
        for (double value : new double[] {ramp.low(), middle, ramp.high()}) {
            ticks.put(ramp.tone(value).value(), Numbers.rounded(value, 3));
        }
    }

    @Override
    public Size2D arrange(Graphics2D graphics, RectangleConstraint constraint) {
        FontMetrics ticksFont = graphics.getFontMetrics(Look.TICK);
        double widest = ticks.values().stream()
                .mapToDouble(ticksFont::stringWidth)
                .max()
                .orElse(0);
        double heading = graphics.getFontMetrics(Look.LEGEND_TITLE).stringWidth(label);
        double width = Math.max(heading, BAR + 8 + widest);
        return new Size2D(calculateTotalWidth(width), calculateTotalHeight(HEADING + height + 10));
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double x = area.getX() + getPadding().getLeft() + 10;
        double top = area.getY() + HEADING + 8;
        graphics.setFont(Look.LEGEND_TITLE);
        graphics.setPaint(Look.TEXT);
        graphics.drawString(label, (float) x, (float) (top - 10));
        double stripe = height / STRIPES;
        for (int i = 0; i < STRIPES; i++) {
            graphics.setPaint(Palette.paint(Tone.ramp((i + 0.5) / STRIPES)));
            graphics.fill(new Rectangle2D.Double(x, top + height - (i + 1) * stripe, BAR, stripe + 0.5));
        }
        graphics.setFont(Look.TICK);
        graphics.setPaint(Look.TEXT);
        double ascent = graphics.getFontMetrics().getAscent();
        ticks.forEach((place, text) -> graphics.drawString(
                text, (float) (x + BAR + 6), (float) (top + height * (1 - place) + ascent / 2 - 1)));
    }

    @Override
    public Object draw(Graphics2D graphics, Rectangle2D area, Object parameters) {
        draw(graphics, area);
        return null;
    }
}
