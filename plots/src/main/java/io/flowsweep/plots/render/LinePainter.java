package io.flowsweep.plots.render;

import io.flowsweep.plots.model.Mark.Join;
import io.flowsweep.plots.model.Mark.Line;
import io.flowsweep.plots.model.Mark.Spread;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Interval;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Draws points: their intervals below, the line that joins them, their markers on top. A point without y leaves a gap. */
record LinePainter(Line line) implements Painter {

    /** More marks on one line hide it. */
    private static final int MOST_MARKS = 40;

    @Override
    public void paint(Graphics2D graphics, Coordinates at) {
        if (line.spread() == Spread.BAND) {
            bands(graphics, at);
        } else {
            whiskers(graphics, at);
        }
        if (line.join() != Join.NONE) {
            graphics.setPaint(Palette.paint(line.tone()));
            graphics.setStroke(line.join() == Join.DASHED ? Palette.FIT : Palette.line(line.tone()));
            graphics.draw(path(at));
        }
        markers(graphics, at);
    }

    private void whiskers(Graphics2D graphics, Coordinates at) {
        Whisker whisker = new Whisker(at);
        for (Point point : line.points()) {
            if (point.y().isEmpty() || point.interval().isEmpty()) {
                continue;
            }
            Interval interval = point.interval().get();
            if (line.spread() == Spread.SIDEWAYS) {
                whisker.sideways(interval, at.y(point));
            } else {
                whisker.upright(interval, at.x(point.x()));
            }
        }
        whisker.draw(graphics, Palette.paint(line.tone()));
    }

    private void bands(Graphics2D graphics, Coordinates at) {
        graphics.setPaint(Palette.veil(line.tone()));
        List<Point> run = new ArrayList<>();
        for (Point point : line.points()) {
            if (point.interval().isPresent()) {
                run.add(point);
            } else {
                band(graphics, run, at);
                run.clear();
            }
        }
        band(graphics, run, at);
    }

    private static void band(Graphics2D graphics, List<Point> run, Coordinates at) {
        if (run.size() < 2) {
            return;
        }
        Path2D area = new Path2D.Double();
        for (int i = 0; i < run.size(); i++) {
            double x = at.x(run.get(i).x());
            double high = at.y(run.get(i).interval().orElseThrow().high());
            if (i == 0) {
                area.moveTo(x, high);
            } else {
                area.lineTo(x, high);
            }
        }
        for (int i = run.size() - 1; i >= 0; i--) {
            area.lineTo(
                    at.x(run.get(i).x()),
                    at.y(run.get(i).interval().orElseThrow().low()));
        }
        area.closePath();
        graphics.fill(area);
    }

    private Path2D path(Coordinates at) {
        Path2D path = new Path2D.Double();
        boolean joined = false;
        for (Point point : line.points()) {
            if (point.y().isEmpty()) {
                joined = false;
                continue;
            }
            double x = at.x(point.x());
            double y = at.y(point);
            if (!joined) {
                path.moveTo(x, y);
            } else {
                if (line.join() == Join.STEP) {
                    path.lineTo(x, path.getCurrentPoint().getY());
                }
                path.lineTo(x, y);
            }
            joined = true;
        }
        return path;
    }

    /** A long line is marked here and there, one in the background, or without marks, nowhere; a point that no line reaches always is. */
    private void markers(Graphics2D graphics, Coordinates at) {
        List<Point> points = line.points();
        Marker marker = new Marker(graphics, line.tone(), points.size());
        int every = (points.size() + MOST_MARKS - 1) / MOST_MARKS;
        for (int i = 0; i < points.size(); i++) {
            boolean shown = line.isAlone(i) || line.marked() && isMarked(i, every);
            if (shown && points.get(i).y().isPresent()) {
                marker.draw(at.x(points.get(i).x()), at.y(points.get(i)));
            }
        }
    }

    private boolean isMarked(int i, int every) {
        boolean background = line.tone().equals(Tone.REST);
        return line.join() == Join.NONE
                || !background && (i % every == 0 || i == line.points().size() - 1);
    }
}
