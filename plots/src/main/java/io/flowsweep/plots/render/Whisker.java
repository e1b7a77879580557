package io.flowsweep.plots.render;

import io.flowsweep.plots.statistics.Interval;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Draws an interval as an upright line with a cap at each end. */
final class Whisker {

    private static final Stroke LINE = new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double HALF_CAP = 4;

    private Whisker() {}

    /** @param middle where on the x axis, in the coordinates of {@code area} */
    static void draw(
            Graphics2D graphics, Interval interval, double middle, ValueAxis y, Rectangle2D area, Paint paint) {
        double least = y.getLowerBound();
        double low = y.valueToJava2D(Math.max(interval.low(), least), area, RectangleEdge.LEFT);
        double high = y.valueToJava2D(interval.high(), area, RectangleEdge.LEFT);
        graphics.setPaint(paint);
        graphics.setStroke(LINE);
        graphics.draw(new Line2D.Double(middle, low, middle, high));
        graphics.draw(new Line2D.Double(middle - HALF_CAP, high, middle + HALF_CAP, high));
        if (interval.low() >= least) {
            graphics.draw(new Line2D.Double(middle - HALF_CAP, low, middle + HALF_CAP, low));
        }
    }
}
