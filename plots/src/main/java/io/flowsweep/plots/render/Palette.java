package io.flowsweep.plots.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How series look. The colours are those of Okabe and Ito (Color Universal Design, 2008), which people with any common
 * colour vision tell apart; their yellow is left out, as it is faint on white.
 *
 * <p>Marker shapes differ too, so a chart survives a black-and-white print. Beyond 7 series the colours repeat with a
 * dashed line (then dotted, then dash-dotted), and bars with a paler filling; shapes repeat every 5, so no two of the
 * first 28 lines share colour and dashes, or colour and shape.
 */
final class Palette {

    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2), // blue
            new Color(0xD55E00), // vermilion
            new Color(0x009E73), // bluish green
            new Color(0xCC79A7), // reddish purple
            new Color(0xE69F00), // orange
            new Color(0x56B4E9), // sky blue
            new Color(0x000000));

    private static final float[][] DASHES = {null, {7, 4}, {2, 3}, {9, 3, 2, 3}};
    private static final double[] PALENESS = {0, 0.5, 0.75, 0.9};
    private static final float LINE_WIDTH = 2f;

    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-4, -4, 8, 8),
            new Rectangle2D.Double(-3.5, -3.5, 7, 7),
            polygon(0, -5, 5, 4, -5, 4),
            polygon(0, -5, 5, 0, 0, 5, -5, 0),
            polygon(-5, -4, 5, -4, 0, 5));

    private Palette() {}

    static Color color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    static Shape shape(int series) {
        return SHAPES.get(series % SHAPES.size());
    }

    static Stroke line(int series) {
        float[] dashes = DASHES[series / COLORS.size() % DASHES.length];
        return dashes == null
                ? new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    /** The filling of a bar; its outline has {@link #color}. */
    static Color filling(int series) {
        Color color = color(series);
        double paleness = PALENESS[series / COLORS.size() % PALENESS.length];
        return new Color(
                pale(color.getRed(), paleness), pale(color.getGreen(), paleness), pale(color.getBlue(), paleness));
    }

    private static int pale(int part, double paleness) {
        return (int) Math.round(part + (255 - part) * paleness);
    }

    private static Shape polygon(int... points) {
        Polygon polygon = new Polygon();
        for (int i = 0; i < points.length; i += 2) {
            polygon.addPoint(points[i], points[i + 1]);
        }
        return polygon;
    }
}
