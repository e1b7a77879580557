package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A panel for each parameter: every row, and the mean over the rows of each value when the values are few. */
final class SliceKind implements Kind {

    private static final int MOST_PANELS = 12;
    private static final int MOST_MEANS = 20;
    private static final int MOST_POINTS = 600;
    private static final double WIDE = 100;

    private final Input input;
    private final Field y;
    private final List<Slice> slices;
    private int rows;

    private record Dot(Object at, double y) {}

    /** The rows over one parameter. */
    private static final class Slice {
        final Field field;
        final Map<Object, Cell> cells = new LinkedHashMap<>();
        final List<Dot> dots = new ArrayList<>();

        Slice(Field field) {
            this.field = field;
        }
    }

    SliceKind(Input input) {
        this.input = input;
        y = input.numbers(Channel.Y);
        slices = input.fields(Channel.PARAMETERS).stream()
                .limit(MOST_PANELS)
                .map(Slice::new)
                .toList();
    }

    @Override
    public void add(int row) {
        OptionalDouble up = input.finite(row, y);
        if (up.isEmpty()) {
            return;
        }
        boolean placed = input.hasPlace(up.getAsDouble(), Channel.Y, y);
        rows++;
        for (Slice slice : slices) {
            Object at = slice.field.get(row);
            if (at != null && !(at instanceof Double number && !Double.isFinite(number))) {
                slice.cells.computeIfAbsent(at, key -> new Cell()).add(up.getAsDouble(), null);
                if (placed) {
                    slice.dots.add(new Dot(at, up.getAsDouble()));
                }
            } else {
                input.skipped().row("without " + slice.field.name());
            }
        }
    }

    @Override
    public Drawing draw(Caption caption) {
        double[] all = slices.stream()
                .flatMap(s -> s.dots.stream())
                .mapToDouble(Dot::y)
                .toArray();
        Axis up = Ranges.nearZero(y.label(), input.log(Channel.Y), all);
        caption.total(rows, "row");
        caption.say("dots: rows; line: mean of those of one value");
        int asked = input.fields(Channel.PARAMETERS).size();
        if (asked > MOST_PANELS) {
            caption.say("the first " + MOST_PANELS + " of " + asked + " parameters");
        }
        new Choice(rows, MOST_POINTS).say(caption, "row", "drawn");
        return new Drawing(
                slices.stream().map(s -> panel(s, up, caption)).toList(), Optional.empty(), Optional.empty());
    }

    private Panel panel(Slice slice, Axis up, Caption caption) {
        List<Object> keys = new ArrayList<>(slice.cells.keySet());
        boolean numeric = slice.field.numeric();
        if (numeric) {
            keys.sort((a, b) -> Double.compare((Double) a, (Double) b));
        }
        Axis along = numeric ? numbers(slice, keys) : names(slice, keys);
        Map<Object, Double> places = new LinkedHashMap<>();
        keys.forEach(key -> places.put(key, numeric ? (Double) key : (double) places.size()));
        List<Mark> marks = new ArrayList<>();
        List<Point> dots = new Choice(slice.dots.size(), MOST_POINTS)
                .of(slice.dots).stream()
                        .map(dot -> Point.at(places.get(dot.at()), dot.y()))
                        .toList();
        boolean means = keys.size() <= MOST_MEANS;
        marks.add(new Mark.Line(
                "", means ? Tone.REST : Tone.series(0), Mark.Join.NONE, true, Mark.Spread.WHISKERS, dots));
        if (means) {
            List<Point> points = new ArrayList<>();
            for (Object key : keys) {
                double mean = slice.cells.get(key).summary().mean();
                if (!input.log(Channel.Y) || mean > 0) {
                    points.add(Point.at(places.get(key), mean));
                } else {
                    caption.notPositive();
                }
            }
            marks.add(new Mark.Line("", Tone.series(0), Mark.Join.STRAIGHT, true, Mark.Spread.WHISKERS, points));
        }
        return new Panel(Optional.of(slice.field.name()), along, up, marks);
    }

    private static Axis numbers(Slice slice, List<Object> keys) {
        double[] values = keys.stream().mapToDouble(k -> (Double) k).toArray();
        boolean log = values.length > 1 && values[0] > 0 && values[values.length - 1] / values[0] >= WIDE;
        return Ranges.positions(slice.field.label(), log, values);
    }

    private static Axis names(Slice slice, List<Object> keys) {
        return Ranges.categories(
                slice.field.label(), keys.stream().map(Field::text).toList());
    }
}
