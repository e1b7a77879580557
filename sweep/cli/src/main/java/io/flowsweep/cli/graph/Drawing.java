package io.flowsweep.cli.graph;

import java.util.List;

/**
 * A picture as shapes, in the order in which they are painted; lengths in pixels from the upper left, colours as
 * {@code #rrggbb}.
 */
record Drawing(double width, double height, List<Shape> shapes) {

    sealed interface Shape permits Box, Curve, Label {}

    /** A rectangle with round corners. */
    record Box(double x, double y, double width, double height, double radius, String fill, String stroke)
            implements Shape {}

    /**
     * A smooth line with an arrow at its end.
     *
     * @param points the beginning, then three for each piece of a cubic Bézier curve
     */
    record Curve(List<Point> points, String stroke) implements Shape {

        /** The corners of the arrow at the end: its point and the two behind it. */
        List<Point> arrow() {
            Point end = points.get(points.size() - 1);
            Point before = points.get(points.size() - 2);
            double angle = Math.atan2(end.y() - before.y(), end.x() - before.x());
            return List.of(end, end.from(angle + ARROW_ANGLE), end.from(angle - ARROW_ANGLE));
        }
    }

    /**
     * A line of text.
     *
     * @param x its middle
     * @param y its base line
     */
    record Label(double x, double y, String text, double size, boolean bold, String color) implements Shape {}

    record Point(double x, double y) {

        Point from(double angle) {
            return new Point(x - ARROW * Math.cos(angle), y - ARROW * Math.sin(angle));
        }
    }

    private static final double ARROW = 9;
    private static final double ARROW_ANGLE = Math.toRadians(24);
}
