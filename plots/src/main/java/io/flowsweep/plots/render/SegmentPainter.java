package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Mark.Segment;
import io.flowsweep.plots.model.Mark.Segments;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Draws straight lines, all of one mark as one path. */
record SegmentPainter(Segments segments) implements Painter {

    @Override
    public void paint(Graphics2D graphics, Coordinates at) {
        graphics.setPaint(Palette.paint(segments.tone()));
        graphics.setStroke(segments.dashed() ? Palette.REFERENCE : Palette.THIN);
        Path2D path = new Path2D.Double();
        for (Segment segment : segments.segments()) {
            path.moveTo(at.x(segment.x0()), at.y(segment.y0()));
            path.lineTo(at.x(segment.x1()), at.y(segment.y1()));
        }
        graphics.draw(path);
    }
}
