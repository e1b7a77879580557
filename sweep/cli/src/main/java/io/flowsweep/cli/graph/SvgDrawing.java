package io.flowsweep.cli.graph;

import io.flowsweep.cli.graph.Drawing.Box;
import io.flowsweep.cli.graph.Drawing.Curve;
import io.flowsweep.cli.graph.Drawing.Label;
import io.flowsweep.cli.graph.Drawing.Point;
import io.flowsweep.cli.graph.Drawing.Shape;
import java.util.List;
import java.util.Locale;

/** A drawing as SVG: text stays text, and the picture scales with the page that shows it. */
final class SvgDrawing {

    private SvgDrawing() {}

    static String of(Drawing drawing) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                        + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" text-anchor=\"middle\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n",
                drawing.width(),
                drawing.height(),
                drawing.width(),
                drawing.height()));
        drawing.shapes().forEach(shape -> svg.append(element(shape)).append('\n'));
        return svg.append("</svg>\n").toString();
    }

    private static String element(Shape shape) {
        if (shape instanceof Box box) {
            return String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\" stroke=\"%s\""
                            + " stroke-width=\"1.5\"/>",
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height(),
                    box.radius(),
                    box.fill(),
                    box.stroke());
        }
        if (shape instanceof Label label) {
            return String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" fill=\"%s\"%s>%s</text>",
                    label.x(),
                    label.y(),
                    label.size(),
                    label.color(),
                    label.bold() ? " font-weight=\"bold\"" : "",
                    escaped(label.text()));
        }
        Curve curve = (Curve) shape;
        return String.format(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/><path d=\"%s Z\" fill=\"%s\"/>",
                path(curve.points(), " C"), curve.stroke(), path(curve.arrow(), " L"), curve.stroke());
    }

    private static String path(List<Point> points, String command) {
        StringBuilder path = new StringBuilder("M");
        for (int i = 0; i < points.size(); i++) {
            path.append(i == 1 ? command : "");
            path.append(String.format(
                    Locale.ROOT, " %.1f,%.1f", points.get(i).x(), points.get(i).y()));
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
