package io.flowsweep.sweep.page;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.render.Renderers;
import io.flowsweep.plots.render.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Charts as SVG that stands in a page. */
public final class InlineSvg {

    private static final Pattern PROLOG = Pattern.compile("<\\?xml[^>]*>\\s*");
    private static final Pattern ID = Pattern.compile("(\\bid=\"|url\\(#|href=\"#)");

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
     * A document made by {@link #draw}, fit to stand in a page.
     *
     * @param prefix of all ids, so that those of two charts of one page differ
     */
    public static String embed(String svg, String prefix) {
        return ID.matcher(PROLOG.matcher(svg).replaceFirst("")).replaceAll("$1" + prefix);
    }
}
