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
 * For each category a {@link Box} with the median and whiskers, and the values themselves. Few values have no box, many only
 * those beyond the whiskers.
 */
final class BoxKind implements Kind {

    private static final int FEWEST_IN_BOX = 4;
    private static final int MOST_SHOWN = 60;

    private final Input input;
    private final Positions x;
    private final Cells cells;
    private final List<Mark> marks = new ArrayList<>();

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
        marks.clear();
        Axis along = x.axis(cells.keys());
        var series = cells.series(caption);
        Lanes lanes = new Lanes(series.size());
        DoubleStream.Builder shown = DoubleStream.builder();
        int outliers = 0;
        for (int i = 0; i < series.size(); i++) {
            for (Map.Entry<Object, Cell> entry : series.get(i).content().entrySet()) {
                Cell cell = entry.getValue();
                double middle = lanes.middle(x.at(entry.getKey()), i);
                caption.point(new Point(middle, OptionalDouble.empty(), Optional.empty(), cell.n(), cell.missing()), 1);
                if (cell.n() > 0) {
                    outliers += draw(cell, middle, lanes.half(), series.get(i), caption);
                    Arrays.stream(cell.values()).filter(this::hasPlace).forEach(shown);
                }
            }
        }
        caption.say("line: median; box: quartiles, from " + FEWEST_IN_BOX + " values on");
        caption.per("box");
        if (outliers > 0) {
            caption.say(Caption.count(outliers, "outlier") + " by the median absolute deviation");
        }
        Axis up = Ranges.nearZero(
                cells.y().label(), input.log(Channel.Y), shown.build().toArray());
        return new Drawing(
                new Panel(Optional.empty(), along, up, List.copyOf(marks)),
                cells.groups().legend(series, Legend.Symbol.AREA));
    }

    /** @return how many outliers there are */
    private int draw(Cell cell, double middle, double half, Groups.Group<?> group, Caption caption) {
        double[] values = cell.values();
        Box box = Box.of(values);
        if (values.length >= FEWEST_IN_BOX && hasPlace(box.third())) {
            frame(box, middle, half, group);
        }
        if (hasPlace(box.median())) {
            Segment median = new Segment(middle - half, box.median(), middle + half, box.median());
            marks.add(new Mark.Segments(Tone.INK, false, List.of(median)));
        }
        boolean[] far = Outliers.flag(values);
        List<Point> dots = new ArrayList<>();
        List<Point> outliers = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Point dot = Point.at(middle + half * spread(i), values[i]);
            if (!hasPlace(values[i])) {
                caption.notPositive();
            } else if (far[i]) {
                outliers.add(dot);
            } else if (values.length <= MOST_SHOWN || box.isBeyond(values[i])) {
                dots.add(dot);
            }
        }
        marks.add(new Mark.Line(group.name(), Tone.INK, Mark.Join.NONE, true, Mark.Spread.WHISKERS, dots));
        marks.add(new Mark.Line(group.name(), Tone.INK, Mark.Join.NONE, true, Mark.Spread.WHISKERS, outliers));
        marks.add(new Mark.Labels(
                Tone.INK,
                outliers.stream()
                        .map(p -> new Label(p.x(), p.y().orElseThrow(), "outlier", Mark.Side.RIGHT))
                        .toList()));
        return outliers.size();
    }

    private void frame(Box box, double middle, double half, Groups.Group<?> group) {
        double first = held(box.first());
        double third = box.third();
        Rect quartiles = new Rect(middle - half, middle + half, first, third, group.tone(), Optional.empty());
        marks.add(new Mark.Rects(group.name(), Mark.Fill.PALE, List.of(quartiles)));
        Segment below = new Segment(middle, held(box.low()), middle, first);
        Segment above = new Segment(middle, third, middle, box.high());
        marks.add(new Mark.Segments(Tone.INK, false, List.of(below, above)));
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
