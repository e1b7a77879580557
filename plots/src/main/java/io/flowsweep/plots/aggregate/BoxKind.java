package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Label;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Mark.Segment;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Box;
import io.flowsweep.plots.statistics.Outliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * For each category a {@link Box} with the median and whiskers, and the values themselves. Few values have no box; of many, or in many
 * boxes, only those beyond the whiskers are shown.
 */
final class BoxKind implements Kind {

    private static final int FEWEST_IN_BOX = 4;
    private static final int MOST_SHOWN = 60;

    /** Of more boxes the values would hide the boxes. */
    private static final int MOST_WITH_VALUES = 40;

    private static final int MOST_OUTLIERS = 2000;
    private static final int MOST_NAMED = 12;

    private final Input input;
    private final Positions x;
    private final Cells cells;

    BoxKind(Input input) {
        this.input = input;
        x = new Positions(input, Channel.X, true);
        cells = new Cells(input, x);
        if (input.log(Channel.X)) {
            throw new InvalidChartException("a box chart has categories along x, so that axis cannot be logarithmic");
        }
    }

    @Override
    public void add(int row) {
        cells.add(row);
    }

    @Override
    public Drawing draw(Caption caption) {
        Axis along = x.axis(cells.keys());
        var series = cells.series(caption);
        Lanes lanes = new Lanes(series.size());
        long boxes = series.stream()
                .flatMap(group -> group.content().values().stream())
                .filter(cell -> cell.n() > 0)
                .count();
        DoubleStream.Builder shown = DoubleStream.builder();
        List<Mark> marks = new ArrayList<>();
        List<Point> outliers = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Boxes drawn = new Boxes(series.get(i), lanes.half(), boxes <= MOST_WITH_VALUES);
            for (Map.Entry<Object, Cell> entry : series.get(i).content().entrySet()) {
                Cell cell = entry.getValue();
                double middle = lanes.middle(x.at(entry.getKey()), i);
                caption.point(new Point(middle, OptionalDouble.empty(), Optional.empty(), cell.n(), cell.missing()), 1);
                if (cell.n() > 0) {
                    drawn.add(cell, middle, caption);
                    Arrays.stream(cell.values()).filter(this::hasPlace).forEach(shown);
                }
            }
            marks.addAll(drawn.marks());
            outliers.addAll(drawn.outliers);
        }
        caption.say("line: median; box: quartiles, from " + FEWEST_IN_BOX + " values on");
        caption.per("box");
        marks.addAll(outliers(outliers, caption));
        Axis up = Ranges.nearZero(
                cells.y().label(), input.log(Channel.Y), shown.build().toArray());
        return new Drawing(
                new Panel(Optional.empty(), along, up, marks), cells.groups().legend(series, Legend.Symbol.AREA));
    }

    /** A few are named. */
    private static List<Mark> outliers(List<Point> outliers, Caption caption) {
        if (outliers.isEmpty()) {
            return List.of();
        }
        caption.say(Caption.count(outliers.size(), "outlier") + " by the median absolute deviation");
        Choice choice = new Choice(outliers.size(), MOST_OUTLIERS);
        choice.say(caption, "outlier", "drawn");
        List<Point> drawn = choice.of(outliers);
        Mark dots = new Mark.Line("", Tone.INK, Mark.Join.NONE, true, Mark.Spread.WHISKERS, drawn);
        List<Label> names = drawn.stream()
                .map(p -> new Label(p.x(), p.y().orElseThrow(), "outlier", Mark.Side.RIGHT))
                .toList();
        return names.size() > MOST_NAMED ? List.of(dots) : List.of(dots, new Mark.Labels(Tone.INK, names));
    }

    /** The boxes of one series. */
    private final class Boxes {

        private final Groups.Group<?> group;
        private final double half;
        private final boolean withValues;
        private final List<Rect> frames = new ArrayList<>();
        private final List<Segment> lines = new ArrayList<>();
        private final List<Point> dots = new ArrayList<>();
        private final List<Point> loose = new ArrayList<>();
        private final List<Point> outliers = new ArrayList<>();

        /** @param withValues whether there is room for the values within the whiskers */
        Boxes(Groups.Group<?> group, double half, boolean withValues) {
            this.group = group;
            this.half = half;
            this.withValues = withValues;
        }

        void add(Cell cell, double middle, Caption caption) {
            double[] values = cell.values();
            Box box = Box.of(values);
            boolean framed = values.length >= FEWEST_IN_BOX;
            if (framed && hasPlace(box.third())) {
                frame(box, middle);
            }
            if (hasPlace(box.median())) {
                lines.add(new Segment(middle - half, box.median(), middle + half, box.median()));
            }
            boolean[] far = Outliers.flag(values);
            for (int i = 0; i < values.length; i++) {
                Point dot = Point.at(middle + half * spread(i), values[i]);
                if (!hasPlace(values[i])) {
                    caption.notPositive();
                } else if (far[i]) {
                    outliers.add(dot);
                } else if (!framed) {
                    loose.add(dot);
                } else if (withValues && values.length <= MOST_SHOWN || box.isBeyond(values[i])) {
                    dots.add(dot);
                }
            }
        }

        private void frame(Box box, double middle) {
            double first = held(box.first());
            double third = box.third();
            frames.add(new Rect(middle - half, middle + half, first, third, group.tone(), Optional.empty()));
            lines.add(new Segment(middle, held(box.low()), middle, first));
            lines.add(new Segment(middle, third, middle, box.high()));
        }

        /** Without a box nothing else says whose values they are. */
        List<Mark> marks() {
            List<Mark> marks = new ArrayList<>(List.of(
                    new Mark.Rects(group.name(), Mark.Fill.PALE, frames), new Mark.Segments(Tone.INK, false, lines)));
            addDots(Tone.INK, dots, marks);
            addDots(group.tone(), loose, marks);
            return marks;
        }

        private void addDots(Tone tone, List<Point> points, List<Mark> marks) {
            if (!points.isEmpty()) {
                marks.add(new Mark.Line(group.name(), tone, Mark.Join.NONE, true, Mark.Spread.WHISKERS, points));
            }
        }
    }

    private boolean hasPlace(double value) {
        return !input.log(Channel.Y) || value > 0;
    }

    /** What ends at or below zero runs out of a chart with a log axis. */
    private double held(double value) {
        return hasPlace(value) ? value : Double.MIN_NORMAL;
    }

    /** From −0.6 to 0.6, such that neighbours in the order of rows lie apart: the golden ratio's multiples. */
    private static double spread(int i) {
        double turns = i * 0.618033988749895;
        return 1.2 * (turns - Math.floor(turns)) - 0.6;
    }
}
