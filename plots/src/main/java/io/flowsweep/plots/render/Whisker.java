package io.flowsweep.plots.render;

import io.flowsweep.plots.statistics.Interval;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Path2D;

/** Draws intervals as lines with a cap at each end, all of them as one path; an end outside of the axes has no cap. */
final class Whisker {

    private static final Stroke LINE = new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double HALF_CAP = 4;

    private final Coordinates at;
    private final Path2D path = new Path2D.Double();

    Whisker(Coordinates at) {
        this.at = at;
    }

    /** @param x where it stands, in the coordinates of the image */
    void upright(Interval interval, double x) {
        line(x, at.y(interval.low()), x, at.y(interval.high()));
        for (double end : new double[] {interval.low(), interval.high()}) {
            if (at.yAxis().getRange().contains(end)) {
                line(x - HALF_CAP, at.y(end), x + HALF_CAP, at.y(end));
            }
        }
    }

    /** @param y where it lies, in the coordinates of the image */
    void sideways(Interval interval, double y) {
        line(at.x(interval.low()), y, at.x(interval.high()), y);
        for (double end : new double[] {interval.low(), interval.high()}) {
            if (at.xAxis().getRange().contains(end)) {
                line(at.x(end), y - HALF_CAP, at.x(end), y + HALF_CAP);
            }
        }
    }

    void draw(Graphics2D graphics, Paint paint) {
        if (path.getCurrentPoint() != null) {
            graphics.setPaint(paint);
            graphics.setStroke(LINE);
            graphics.draw(path);
        }
    }

    private void line(double x0, double y0, double x1, double y1) {
        path.moveTo(x0, y0);
        path.lineTo(x1, y1);
    }
}
