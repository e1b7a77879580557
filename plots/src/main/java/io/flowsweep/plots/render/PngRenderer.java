package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

/** PNG with as many dots as the {@link Size} says; the file says so too, so that it is printed in its size. */
public final class PngRenderer implements ChartRenderer {

    private static final double METRES_PER_INCH = 0.0254;

    @Override
    public String format() {
        return "png";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        BufferedImage image = JFreeCharts.image(JFreeCharts.of(model, size), size, size.dotsPerPixel());
        PngFile.write(image, (int) Math.round(size.dpi() / METRES_PER_INCH), out);
        out.flush();
    }
}
