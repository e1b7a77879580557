package io.flowsweep.plots.text;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.render.ChartRenderer;
import io.flowsweep.plots.render.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The model itself as one JSON object (RFC 8259), for pages and programs that draw it their own way. Its keys are the names of
 * the records' components; an absent value is left out; a mark names its kind in {@code "mark"}. {@code <} is written {@code
 * \u003c}, so that the text may stand in a script of a page.
 */
public final class JsonRenderer implements ChartRenderer {

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        out.write((text(model) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The object as text. */
    public static String text(ChartModel model) {
        StringBuilder text = new StringBuilder();
        JsonText.write(model, text);
        return text.toString();
    }
}
