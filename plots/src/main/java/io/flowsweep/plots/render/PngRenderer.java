package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG with two dots for each CSS pixel, so that it is sharp in print and on dense screens. */
public final class PngRenderer implements ChartRenderer {

    /** Dots of the image for each CSS pixel of the {@link Size}, in both directions. */
    public static final int DOTS_PER_PIXEL = 2;

    @Override
    public String format() {
        return "png";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(JFreeCharts.image(JFreeCharts.of(model, size), size, DOTS_PER_PIXEL), "png", image);
        }
        out.flush();
    }
}
