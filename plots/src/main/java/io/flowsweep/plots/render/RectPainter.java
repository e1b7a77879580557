package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Mark.Fill;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Mark.Rects;
import io.flowsweep.plots.model.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws areas, each with its text when there is a size in which that fits. */
record RectPainter(Rects rects) implements Painter {

    private static final float[] FONT_SIZES = {12, 10, 8};
    private static final double PADDING = 3;

    /** The whole text, and without what may be left out of it: {@code 12.3} of {@code 12.3 ± 0.4}. */
    private static final List<Function<String, String>> LENGTHS =
            List.of(Texts::clean, text -> Texts.withoutSpread(Texts.clean(text)));

    /** Narrower areas than this lose their gaps and outlines. */
    private static final double LEAST_WITH_GAP = 4;

    @Override
    public void paint(Graphics2D graphics, Coordinates at) {
        if (rects.fill() == Fill.SURFACE) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        }
        for (List<Rect> alike : alike()) {
            areas(graphics, alike, at);
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        texts(graphics, at);
    }

    /** Areas that are drawn as one path: neighbours of one colour, on a surface all of one colour. */
    private Collection<List<Rect>> alike() {
        if (rects.fill() == Fill.SURFACE) {
            return rects.rects().stream()
                    .collect(Collectors.groupingBy(Rect::tone, LinkedHashMap::new, Collectors.toList()))
                    .values();
        }
        List<List<Rect>> runs = new ArrayList<>();
        for (Rect rect : rects.rects()) {
            List<Rect> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || !last.get(0).tone().equals(rect.tone())) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(rect);
        }
        return runs;
    }

    private void areas(Graphics2D graphics, List<Rect> alike, Coordinates at) {
        Tone tone = alike.get(0).tone();
        Path2D all = new Path2D.Double();
        Path2D outlined = new Path2D.Double();
        for (Rect rect : alike) {
            Rectangle2D place = place(rect, at);
            all.append(place, false);
            boolean large = Math.min(place.getWidth(), place.getHeight()) >= LEAST_WITH_GAP;
            if (rects.fill() == Fill.SURFACE || large) {
                outlined.append(place, false);
            }
        }
        graphics.setPaint(filling(tone));
        graphics.fill(simplest(alike, all, at));
        if (outlined.getCurrentPoint() == null) {
            return;
        }
        if (rects.fill() != Fill.SURFACE) {
            graphics.setPaint(rects.fill() == Fill.TILES ? Color.WHITE : Palette.outline(tone));
        }
        // on a surface, else the seams between neighbours shine through
        graphics.setStroke(new BasicStroke(rects.fill() == Fill.SURFACE ? 0.7f : 1));
        graphics.draw(simplest(alike, outlined, at));
    }

    /** One area by itself stays a rectangle. */
    private static Shape simplest(List<Rect> alike, Path2D path, Coordinates at) {
        return alike.size() == 1 ? place(alike.get(0), at) : path;
    }

    private Color filling(Tone tone) {
        return rects.fill() == Fill.PALE ? Palette.pale(tone) : Palette.filling(tone);
    }

    private void texts(Graphics2D graphics, Coordinates at) {
        List<Rect> named =
                rects.rects().stream().filter(r -> r.text().isPresent()).toList();
        for (Function<String, String> length : LENGTHS) {
            Optional<Font> font = font(graphics, named, length, at);
            if (font.isPresent()) {
                named.forEach(rect -> write(
                        graphics,
                        font.get(),
                        length.apply(rect.text().orElseThrow()),
                        place(rect, at),
                        filling(rect.tone())));
                return;
            }
        }
    }

    /**
     * The largest in which all texts fit. Else, of the shortest texts, the smallest font, in which one that does not fit is left out; none
     * when that would be most of them.
     */
    private Optional<Font> font(
            Graphics2D graphics, List<Rect> named, Function<String, String> length, Coordinates at) {
        long fitting = 0;
        for (float size : FONT_SIZES) {
            Font tried = Look.TICK.deriveFont(size);
            FontMetrics metrics = graphics.getFontMetrics(tried);
            fitting = named.stream()
                    .filter(r -> fits(metrics, length.apply(r.text().orElseThrow()), place(r, at)))
                    .count();
            if (fitting == named.size()) {
                return Optional.of(tried);
            }
        }
        boolean shortest = length == LENGTHS.get(LENGTHS.size() - 1);
        return shortest && 2 * fitting >= named.size()
                ? Optional.of(Look.TICK.deriveFont(FONT_SIZES[FONT_SIZES.length - 1]))
                : Optional.empty();
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
