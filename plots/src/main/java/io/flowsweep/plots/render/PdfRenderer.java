package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import java.io.IOException;
import java.io.OutputStream;

/**
 * PDF of one page in the chart's own size, for papers. Text is drawn as outlines: it looks the same everywhere and needs no
 * font, but cannot be searched.
 */
public final class PdfRenderer implements ChartRenderer {

    @Override
    public String format() {
        return "pdf";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        Headless.unlessTold();
        PdfPage.write(model, size, out);
    }
}
