package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Mark.Fill;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Mark.Rects;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Draws areas, each with its text when there is a size in which that fits. */
record RectPainter(Rects rects) implements Painter {

    private static final float[] FONT_SIZES = {12, 10, 8};
    private static final double PADDING = 3;

    /** Narrower areas than this lose their gaps and outlines. */
    private static final double LEAST_WITH_GAP = 4;

    @Override
    public void paint(Graphics2D graphics, Coordinates at) {
        Optional<Font> font = font(graphics, at);
        if (rects.fill() == Fill.SURFACE) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        }
        for (Rect rect : rects.rects()) {
            Rectangle2D place = place(rect, at);
            Color filling = rects.fill() == Fill.PALE ? Palette.pale(rect.tone()) : Palette.filling(rect.tone());
            graphics.setPaint(filling);
            graphics.fill(place);
            outline(graphics, place, rect);
            font.ifPresent(f -> rect.text().ifPresent(text -> write(graphics, f, Texts.clean(text), place, filling)));
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private void outline(Graphics2D graphics, Rectangle2D place, Rect rect) {
        if (rects.fill() == Fill.SURFACE) {
            // else the seams between neighbours shine through
            graphics.setStroke(new BasicStroke(0.7f));
            graphics.draw(place);
        } else if (Math.min(place.getWidth(), place.getHeight()) >= LEAST_WITH_GAP) {
            graphics.setStroke(new BasicStroke(1));
            graphics.setPaint(rects.fill() == Fill.TILES ? Color.WHITE : Palette.outline(rect.tone()));
            graphics.draw(place);
        }
    }

    /**
     * The largest in which all texts fit, else the smallest, in which one that does not fit is left out; none when that would
     * be most of them.
     */
    private Optional<Font> font(Graphics2D graphics, Coordinates at) {
        List<Rect> named =
                rects.rects().stream().filter(r -> r.text().isPresent()).toList();
        Optional<Font> font = Optional.empty();
        for (float size : FONT_SIZES) {
            Font tried = Look.TICK.deriveFont(size);
            FontMetrics metrics = graphics.getFontMetrics(tried);
            long fitting = named.stream()
                    .filter(r -> fits(metrics, Texts.clean(r.text().orElseThrow()), place(r, at)))
                    .count();
            font = 2 * fitting >= named.size() ? Optional.of(tried) : Optional.empty();
            if (fitting == named.size()) {
                break;
            }
        }
        return font;
    }

    private static void write(Graphics2D graphics, Font font, String text, Rectangle2D place, Color ground) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        if (fits(metrics, text, place)) {
            graphics.setFont(font);
            graphics.setPaint(Palette.on(ground));
            graphics.drawString(text, (float) (place.getCenterX() - metrics.stringWidth(text) / 2.0), (float)
                    (place.getCenterY() + metrics.getAscent() / 2.0 - metrics.getDescent() / 2.0));
        }
    }

    private static boolean fits(FontMetrics metrics, String text, Rectangle2D place) {
        return metrics.stringWidth(text) + 2 * PADDING <= place.getWidth() && metrics.getHeight() <= place.getHeight();
    }

    private static Rectangle2D place(Rect rect, Coordinates at) {
        double left = at.x(rect.x0());
        double right = at.x(rect.x1());
        double top = at.y(rect.y1());
        double bottom = at.y(rect.y0());
        return new Rectangle2D.Double(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
