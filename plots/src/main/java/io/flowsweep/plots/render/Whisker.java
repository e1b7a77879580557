package io.flowsweep.plots.render;

import io.flowsweep.plots.statistics.Interval;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Line2D;

/** Draws an interval as a line with a cap at each end; an end outside of the axes has none. */
final class Whisker {

    private static final Stroke LINE = new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double HALF_CAP = 4;

    private Whisker() {}

    /** @param x where it stands, in the coordinates of the image */
    static void upright(Graphics2D graphics, Interval interval, double x, Coordinates at, Paint paint) {
        graphics.setPaint(paint);
        graphics.setStroke(LINE);
        graphics.draw(new Line2D.Double(x, at.y(interval.low()), x, at.y(interval.high())));
        for (double end : new double[] {interval.low(), interval.high()}) {
            if (at.yAxis().getRange().contains(end)) {
                double y = at.y(end);
                graphics.draw(new Line2D.Double(x - HALF_CAP, y, x + HALF_CAP, y));
            }
        }
    }

    /** @param y where it lies, in the coordinates of the image */
    static void sideways(Graphics2D graphics, Interval interval, double y, Coordinates at, Paint paint) {
        graphics.setPaint(paint);
        graphics.setStroke(LINE);
        graphics.draw(new Line2D.Double(at.x(interval.low()), y, at.x(interval.high()), y));
        for (double end : new double[] {interval.low(), interval.high()}) {
            if (at.xAxis().getRange().contains(end)) {
                double x = at.x(end);
                graphics.draw(new Line2D.Double(x, y - HALF_CAP, x, y + HALF_CAP));
            }
        }
    }
}
