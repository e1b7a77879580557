package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Mark.Segment;
import io.flowsweep.plots.model.Mark.Segments;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Draws straight lines. */
record SegmentPainter(Segments segments) implements Painter {

    @Override
    public void paint(Graphics2D graphics, Coordinates at) {
        graphics.setPaint(Palette.paint(segments.tone()));
        graphics.setStroke(segments.dashed() ? Palette.REFERENCE : Palette.THIN);
        for (Segment segment : segments.segments()) {
            graphics.draw(
                    new Line2D.Double(at.x(segment.x0()), at.y(segment.y0()), at.x(segment.x1()), at.y(segment.y1())));
        }
    }
}
