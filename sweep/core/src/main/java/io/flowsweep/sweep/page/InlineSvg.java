package io.flowsweep.sweep.page;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.render.Renderers;
import io.flowsweep.plots.render.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Charts as SVG that stands in a page. */
public final class InlineSvg {

    private static final Pattern PROLOG = Pattern.compile("<\\?xml[^>]*>\\s*");
    private static final Pattern ID = Pattern.compile("(\\bid=\"|url\\(#|href=\"#)");

    private static final Pattern PAINT = Pattern.compile("(fill|stroke):(white|black|rgb\\(\\d+,\\d+,\\d+\\))");

    /** The colours of paper, text and lines, as those of the page; those that mean something stay. */
    private static final Map<String, String> OF_THE_PAGE = Map.of(
            "white", "var(--paper)",
            "rgb(255,255,255)", "var(--paper)",
            "black", "var(--ink)",
            "rgb(34,34,34)", "var(--ink)",
            "rgb(89,89,89)", "var(--soft)",
            "rgb(140,140,140)", "var(--soft)",
            "rgb(227,227,227)", "var(--line)",
            "rgb(189,189,189)", "var(--rest)",
            "rgb(224,224,224)", "var(--rest)");

    private InlineSvg() {}

    /** The chart as a document of its own. */
    public static String draw(ChartModel model, Size size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Renderers.named("svg").render(model, size, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * A document made by {@link #draw}, fit to stand in a page with {@link PageResource#style}, on whose ground, light
     * or dark, it is drawn.
     *
     * @param prefix of all ids, so that those of two charts of one page differ
     */
    public static String embed(String svg, String prefix) {
        String own = ID.matcher(PROLOG.matcher(svg).replaceFirst("")).replaceAll("$1" + prefix);
        return PAINT.matcher(own)
                .replaceAll(paint -> paint.group(1) + ":" + OF_THE_PAGE.getOrDefault(paint.group(2), paint.group(2)));
    }
}
