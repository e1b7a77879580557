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
import io.flowsweep.plots.statistics.Outliers;
import io.flowsweep.plots.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * For each category a box from the first to the third quartile with the median, whiskers to the last values within 1.5 boxes
 * (Tukey, 1977), and the values themselves. Few values have no box, many only those beyond the whiskers.
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
        List<Double> shown = new ArrayList<>();
        int outliers = 0;
        for (int i = 0; i < series.size(); i++) {
            for (Map.Entry<Object, Cell> entry : series.get(i).content().entrySet()) {
                Cell cell = entry.getValue();
                double middle = lanes.middle(x.at(entry.getKey()), i);
                caption.point(new Point(middle, OptionalDouble.empty(), Optional.empty(), cell.n(), cell.missing()), 1);
                if (cell.n() > 0) {
                    outliers += box(cell.values(), middle, lanes.half(), series.get(i), shown);
                }
            }
        }
        caption.say("line: median; box: quartiles, from " + FEWEST_IN_BOX + " values on");
        caption.per("box");
        if (outliers > 0) {
            caption.say(Caption.count(outliers, "outlier") + " by the median absolute deviation");
        }
        double[] values = shown.stream().mapToDouble(v -> v).toArray();
        Axis up = Ranges.nearZero(cells.y().label(), input.log(Channel.Y), values);
        return new Drawing(
                new Panel(Optional.empty(), along, up, List.copyOf(marks)),
                cells.groups().legend(series, Legend.Symbol.AREA));
    }

    /** @return how many outliers there are */
    private int box(double[] values, double middle, double half, Groups.Group<?> group, List<Double> shown) {
        Tone tone = group.tone();
        double[] placed = Arrays.stream(values)
                .filter(v -> !input.log(Channel.Y) || v > 0)
                .toArray();
        if (placed.length == 0) {
            return 0;
        }
        Arrays.stream(placed).forEach(shown::add);
        Quantiles quantiles = Quantiles.of(placed);
        double first = quantiles.at(0.25);
        double third = quantiles.at(0.75);
        double low = quantiles.leastFrom(first - 1.5 * (third - first));
        double high = quantiles.mostUpTo(third + 1.5 * (third - first));
        double median = quantiles.at(0.5);
        if (placed.length >= FEWEST_IN_BOX) {
            marks.add(new Mark.Rects(
                    group.name(),
                    Mark.Fill.PALE,
                    List.of(new Rect(middle - half, middle + half, first, third, tone, Optional.empty()))));
            marks.add(new Mark.Segments(
                    Tone.INK,
                    false,
                    List.of(new Segment(middle, low, middle, first), new Segment(middle, third, middle, high))));
        }
        marks.add(
                new Mark.Segments(Tone.INK, false, List.of(new Segment(middle - half, median, middle + half, median))));
        boolean[] far = Outliers.flag(placed);
        List<Point> dots = new ArrayList<>();
        List<Point> outliers = new ArrayList<>();
        for (int i = 0; i < placed.length; i++) {
            boolean beyond = placed[i] < low || placed[i] > high;
            Point dot = Point.at(middle + half * spread(i), placed[i]);
            if (far[i]) {
                outliers.add(dot);
            } else if (placed.length <= MOST_SHOWN || beyond) {
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

    /** From −0.6 to 0.6, such that neighbours in the order of rows lie apart: the golden ratio's multiples. */
    private static double spread(int i) {
        double turns = i * 0.618033988749895;
        return 1.2 * (turns - Math.floor(turns)) - 0.6;
    }
}
