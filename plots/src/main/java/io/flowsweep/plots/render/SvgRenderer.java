package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * SVG that scales with the page that shows it. Text stays text; a series is one path. It is laid out with this machine's
 * sans-serif font, so machines with other fonts may place things a few pixels apart.
 */
public final class SvgRenderer implements ChartRenderer {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Left out: XML parsers would fetch it from the network, and SVG inside a page may not have one. */
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

    @Override
    public String format() {
        return "svg";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        Headless.unlessTold();
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("FlowSweep");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(size.width(), size.height()));
        JFreeCharts.of(model, size).draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));

        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + size.width() + " " + size.height());
        StringWriter text = new StringWriter();
        graphics.stream(root, text, true, false);
        out.write(DOCTYPE.matcher(text.toString()).replaceFirst("").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has an XML parser", e);
        }
    }
}
