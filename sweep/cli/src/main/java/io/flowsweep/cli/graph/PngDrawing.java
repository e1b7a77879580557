package io.flowsweep.cli.graph;

import io.flowsweep.cli.graph.Drawing.Box;
import io.flowsweep.cli.graph.Drawing.Curve;
import io.flowsweep.cli.graph.Drawing.Label;
import io.flowsweep.cli.graph.Drawing.Point;
import io.flowsweep.cli.graph.Drawing.Shape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A drawing as PNG, two pixels for one of the drawing's, so that it is sharp on a fine screen. */
final class PngDrawing {

    private static final int SCALE = 2;

    private final Graphics2D graphics;

    private PngDrawing(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static byte[] of(Drawing drawing) {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(drawing.width() * SCALE),
                (int) Math.ceil(drawing.height() * SCALE),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        PngDrawing png = new PngDrawing(graphics);
        drawing.shapes().forEach(png::paint);
        graphics.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void paint(Shape shape) {
        if (shape instanceof Box box) {
            RoundRectangle2D outline = new RoundRectangle2D.Double(
                    box.x(), box.y(), box.width(), box.height(), 2 * box.radius(), 2 * box.radius());
            graphics.setColor(Color.decode(box.fill()));
            graphics.fill(outline);
            graphics.setColor(Color.decode(box.stroke()));
            graphics.draw(outline);
        } else if (shape instanceof Label label) {
            graphics.setFont(
                    new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, (int) Math.round(label.size())));
            graphics.setColor(Color.decode(label.color()));
            double width = graphics.getFontMetrics()
                    .getStringBounds(label.text(), graphics)
                    .getWidth();
            graphics.drawString(label.text(), (float) (label.x() - width / 2), (float) label.y());
        } else if (shape instanceof Curve curve) {
            graphics.setColor(Color.decode(curve.stroke()));
            List<Point> points = curve.points();
            Path2D path = new Path2D.Double();
            path.moveTo(points.get(0).x(), points.get(0).y());
            for (int i = 1; i + 2 < points.size(); i += 3) {
                Point a = points.get(i);
                Point b = points.get(i + 1);
                Point to = points.get(i + 2);
                path.curveTo(a.x(), a.y(), b.x(), b.y(), to.x(), to.y());
            }
            graphics.draw(path);
            Path2D arrow = new Path2D.Double();
            List<Point> corners = curve.arrow();
            arrow.moveTo(corners.get(0).x(), corners.get(0).y());
            corners.forEach(corner -> arrow.lineTo(corner.x(), corner.y()));
            arrow.closePath();
            graphics.fill(arrow);
        }
    }
}
