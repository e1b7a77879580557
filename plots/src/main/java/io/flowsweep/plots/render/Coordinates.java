package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Point;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Where numbers of a panel lie in an image. What lies outside of the axes is held a little outside of the area. */
record Coordinates(ValueAxis xAxis, ValueAxis yAxis, Rectangle2D area) {

    double x(double value) {
        double place = xAxis.valueToJava2D(inside(xAxis, value), area, RectangleEdge.BOTTOM);
        return hold(place, area.getMinX(), area.getMaxX());
    }

    double y(double value) {
        double place = yAxis.valueToJava2D(inside(yAxis, value), area, RectangleEdge.LEFT);
        return hold(place, area.getMinY(), area.getMaxY());
    }

    double y(Point point) {
        return y(point.y().orElseThrow());
    }

    /** A log axis has no place for 0 and below. */
    private static double inside(ValueAxis axis, double value) {
        return axis instanceof Axes.Log ? Math.max(value, axis.getLowerBound() / 10) : value;
    }

    private static double hold(double place, double low, double high) {
        double room = high - low + 100;
        return Math.max(low - room, Math.min(high + room, place));
    }
}
