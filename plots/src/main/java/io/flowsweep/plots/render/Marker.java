package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Tone;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The marker of a tone, at any number of places; those that tell series apart have a white edge. In an image of
 * {@link #allowStamps dots} one is drawn and then stamped, to the nearest dot: to fill and to outline a shape takes a hundred
 * times longer.
 */
final class Marker {

    /** So few are drawn each: a stamp takes as long as one. */
    private static final int FEW = 4;

    /** Coarser dots would show that places are rounded to them. */
    private static final double LEAST_SCALE = 2;

    private static final class StampsAllowed extends RenderingHints.Key {

        static final StampsAllowed KEY = new StampsAllowed();

        private StampsAllowed() {
            super(1);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Boolean;
        }
    }

    private final Graphics2D graphics;
    private final Tone tone;
    private final AffineTransform scale;
    private BufferedImage stamp;
    private final int middle;

    /** @param count how many will be drawn, about */
    Marker(Graphics2D graphics, Tone tone, int count) {
        this.graphics = graphics;
        this.tone = tone;
        this.scale = graphics.getTransform();
        Rectangle2D bounds = Palette.shape(tone).getBounds2D();
        double reach =
                Math.max(Math.max(-bounds.getMinX(), bounds.getMaxX()), Math.max(-bounds.getMinY(), bounds.getMaxY()));
        this.middle = (int) Math.ceil((reach + 1) * scale.getScaleX());
        if (count > FEW && graphics.getRenderingHint(StampsAllowed.KEY) == Boolean.TRUE) {
            stamp = stamp();
        }
    }

    /** Lets markers be stamped when an image is drawn, if its dots are fine enough. */
    static void allowStamps(Graphics2D image, double dotsPerPixel) {
        image.setRenderingHint(StampsAllowed.KEY, dotsPerPixel >= LEAST_SCALE);
    }

    void draw(double x, double y) {
        if (stamp == null) {
            draw(graphics, Palette.shape(tone, x, y));
        } else {
            Point2D place = scale.transform(new Point2D.Double(x, y), null);
            graphics.setTransform(new AffineTransform());
            graphics.drawImage(
                    stamp, (int) Math.round(place.getX()) - middle, (int) Math.round(place.getY()) - middle, null);
            graphics.setTransform(scale);
        }
    }

    private BufferedImage stamp() {
        BufferedImage image = new BufferedImage(2 * middle, 2 * middle, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D dots = image.createGraphics();
        dots.setRenderingHints(graphics.getRenderingHints());
        dots.setComposite(AlphaComposite.SrcOver);
        dots.translate(middle, middle);
        dots.scale(scale.getScaleX(), scale.getScaleY());
        draw(dots, Palette.shape(tone));
        dots.dispose();
        return image;
    }

    private void draw(Graphics2D on, Shape shape) {
        on.setPaint(Palette.paint(tone));
        on.fill(shape);
        if (tone.kind() == Tone.Kind.SERIES) {
            on.setPaint(Color.WHITE);
            on.setStroke(new BasicStroke(1));
            on.draw(shape);
        }
    }
}
