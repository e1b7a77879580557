package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG with as many dots as the {@link Size} says; the file says so too, so that it is printed in its size. */
public final class PngRenderer implements ChartRenderer {

    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final double METRES_PER_INCH = 0.0254;

    @Override
    public String format() {
        return "png";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        BufferedImage image = JFreeCharts.image(JFreeCharts.of(model, size), size, size.dotsPerPixel());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata(writer, image, size)), null);
        } finally {
            writer.dispose();
        }
        out.flush();
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, Size size) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode dots = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(size.dpi() / METRES_PER_INCH));
        dots.setAttribute("pixelsPerUnitXAxis", perMetre);
        dots.setAttribute("pixelsPerUnitYAxis", perMetre);
        dots.setAttribute("unitSpecifier", "meter");
        root.appendChild(dots);
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }
}
