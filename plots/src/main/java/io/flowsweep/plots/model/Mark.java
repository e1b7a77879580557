package io.flowsweep.plots.model;

import java.util.List;
import java.util.Optional;

/** What charts are made of. Coordinates are numbers on the axes of the panel; on a log axis, too, they are the numbers. */
public sealed interface Mark {

    /**
     * Points in their order, joined or not.
     *
     * @param name the series; empty for none
     * @param join how neighbours are joined; never across a point without y
     * @param marked whether each point has a marker; a renderer may leave some out where they would hide the line. A point that no
     *     line reaches has one in any case
     * @param spread how the intervals of the points are shown
     */
    record Line(String name, Tone tone, Join join, boolean marked, Spread spread, List<Point> points) implements Mark {
        public Line {
            points = List.copyOf(points);
        }

        /** Whether a point would be joined if it had a neighbour: it is seen only when it is marked, whatever {@code marked} says. */
        public boolean isAlone(int index) {
            return join != Join.NONE && isGap(index - 1) && isGap(index + 1);
        }

        private boolean isGap(int index) {
            return index < 0 || index >= points.size() || points.get(index).y().isEmpty();
        }
    }

    /** How the points of a line are joined. */
    enum Join {
        NONE,
        STRAIGHT,
        /** Level until the next point. */
        STEP,
        DASHED
    }

    /** How intervals are shown. */
    enum Spread {
        /** A line with caps along y. */
        WHISKERS,
        /** A line with caps along x, whose numbers the intervals then are. */
        SIDEWAYS,
        /** A translucent area between the ends. */
        BAND
    }

    /**
     * Filled areas.
     *
     * @param name the series; empty for none
     * @param fill how they are filled
     */
    record Rects(String name, Fill fill, List<Rect> rects) implements Mark {
        public Rects {
            rects = List.copyOf(rects);
        }
    }

    /** How areas are filled. */
    enum Fill {
        /** With an edge in their colour. */
        BARS,
        /** With a gap between neighbours. */
        TILES,
        /** Without a line between neighbours, which form a surface. */
        SURFACE,
        /** Pale, with an edge in their colour, so that marks on them can be seen. */
        PALE
    }

    /**
     * One area.
     *
     * @param x0 its left end; {@code x0 <= x1}
     * @param y0 its lower end; {@code y0 <= y1}
     * @param text inside it when it fits
     */
    record Rect(double x0, double x1, double y0, double y1, Tone tone, Optional<String> text) {}

    /** Thin straight lines, solid or dashed: references, medians, whiskers of boxes. */
    record Segments(Tone tone, boolean dashed, List<Segment> segments) implements Mark {
        public Segments {
            segments = List.copyOf(segments);
        }
    }

    /** From one place to another. */
    record Segment(double x0, double y0, double x1, double y1) {}

    /** Texts at places; a renderer leaves out those that would cover another. */
    record Labels(Tone tone, List<Label> labels) implements Mark {
        public Labels {
            labels = List.copyOf(labels);
        }
    }

    /** @param side where the text stands, seen from its place */
    record Label(double x, double y, String text, Side side) {}

    /** A side of a place. */
    enum Side {
        ABOVE,
        BELOW,
        LEFT,
        RIGHT
    }
}
