package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.List;

/**
 * What tones look like. The colours of series are those of Okabe and Ito (Color Universal Design, 2008), which people with
 * any common colour vision tell apart; their yellow is left out, as it is faint on white. The ramp is viridis (Smith and van
 * der Walt, 2015), whose lightness grows evenly, so that it survives a black-and-white print.
 *
 * <p>Marker shapes differ too. Beyond 7 series the colours repeat with a dashed line (then dotted, then dash-dotted), and
 * areas with a paler filling; shapes repeat every 5, so no two of the first 28 lines share colour and dashes, or colour and
 * shape.
 */
final class Palette {

    /** Of references, such as zero. */
    static final Stroke REFERENCE = dashes(1.2f, 6, 4);

    /** Of fitted curves. */
    static final Stroke FIT = dashes(1.5f, 5, 4);

    static final Stroke THIN = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2), // blue
            new Color(0xD55E00), // vermilion
            new Color(0x009E73), // bluish green
            new Color(0xCC79A7), // reddish purple
            new Color(0xE69F00), // orange
            new Color(0x56B4E9), // sky blue
            new Color(0x000000));

    /** Not quite black and white: a page that turns paper and text around leaves what stands on a colour as it is. */
    private static final Color ON_LIGHT = new Color(0x010101);

    private static final Color ON_DARK = new Color(0xFEFEFE);

    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725
    };

    private static final Color GREY = new Color(0xBDBDBD);
    private static final float[][] DASHES = {null, {7, 4}, {2, 3}, {9, 3, 2, 3}};
    private static final double[] PALENESS = {0, 0.5, 0.75, 0.9};
    private static final float LINE_WIDTH = 2f;

    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-4, -4, 8, 8),
            new Rectangle2D.Double(-3.5, -3.5, 7, 7),
            polygon(0, -5, 5, 4, -5, 4),
            polygon(0, -5, 5, 0, 0, 5, -5, 0),
            polygon(-5, -4, 5, -4, 0, 5));

    private static final Shape DOT = new Ellipse2D.Double(-1.7, -1.7, 3.4, 3.4);
    private static final Shape FAINT_DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

    private Palette() {}

    /** Of a line, a marker, an outline. */
    static Color paint(Tone tone) {
        return switch (tone.kind()) {
            case SERIES -> color((int) tone.value());
            case RAMP -> ramp(tone.value());
            case REST -> GREY;
            case INK -> Look.TEXT;
        };
    }

    /** Of an area. */
    static Color filling(Tone tone) {
        return switch (tone.kind()) {
            case SERIES -> filling((int) tone.value());
            case REST -> new Color(0xE0E0E0);
            case RAMP, INK -> paint(tone);
        };
    }

    /** Of an area that has marks on it: translucent, so that it is pale on any ground. */
    static Color pale(Tone tone) {
        Color color = filling(tone);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 89);
    }

    /** Around an area. */
    static Color outline(Tone tone) {
        return tone.kind() == Tone.Kind.SERIES ? paint(tone) : Color.WHITE;
    }

    /** Of a translucent area. */
    static Color veil(Tone tone) {
        Color color = paint(tone);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 45);
    }

    /** A text that can be read on an area, by the relative luminance of WCAG 2. */
    static Color on(Color ground) {
        double luminance = 0.2126 * linear(ground.getRed())
                + 0.7152 * linear(ground.getGreen())
                + 0.0722 * linear(ground.getBlue());
        return luminance > 0.18 ? ON_LIGHT : ON_DARK;
    }

    static Stroke line(Tone tone) {
        return switch (tone.kind()) {
            case SERIES -> line((int) tone.value());
            case RAMP -> new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case REST, INK -> new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        };
    }

    static Shape shape(Tone tone) {
        return switch (tone.kind()) {
            case SERIES -> shape((int) tone.value());
            case REST -> FAINT_DOT;
            case RAMP, INK -> DOT;
        };
    }

    /** The same around a place. A circle stays one: as a path it would take twenty numbers where three do. */
    static Shape shape(Tone tone, double x, double y) {
        Shape shape = shape(tone);
        if (shape instanceof RectangularShape framed) {
            RectangularShape moved = (RectangularShape) framed.clone();
            moved.setFrame(framed.getX() + x, framed.getY() + y, framed.getWidth(), framed.getHeight());
            return moved;
        }
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

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
                : dashes(LINE_WIDTH, dashes);
    }

    /** The filling of a bar; its outline has {@link #color}. */
    static Color filling(int series) {
        double paleness = PALENESS[series / COLORS.size() % PALENESS.length];
        return between(color(series), Color.WHITE, paleness);
    }

    private static Color ramp(double place) {
        double at = Math.max(0, Math.min(1, place)) * (VIRIDIS.length - 1);
        int below = (int) Math.min(at, VIRIDIS.length - 2.0);
        return between(new Color(VIRIDIS[below]), new Color(VIRIDIS[below + 1]), at - below);
    }

    private static Color between(Color a, Color b, double share) {
        return new Color(
                between(a.getRed(), b.getRed(), share),
                between(a.getGreen(), b.getGreen(), share),
                between(a.getBlue(), b.getBlue(), share));
    }

    private static int between(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Stroke dashes(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static Shape polygon(int... points) {
        Polygon polygon = new Polygon();
        for (int i = 0; i < points.length; i += 2) {
            polygon.addPoint(points[i], points[i + 1]);
        }
        return polygon;
    }
}
