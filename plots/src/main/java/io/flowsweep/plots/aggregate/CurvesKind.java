package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Reported values over their step: each run in the background, and the mean of each group of runs with its band. */
final class CurvesKind implements Kind {

    /** More background curves are a grey area. */
    private static final int MOST_CURVES = 200;

    /** Of one line; a chart has fewer pixels. */
    private static final int MOST_STEPS = 1000;

    /** Of all lines together. */
    private static final int MOST_POINTS = 8000;

    private final Input input;
    private final Scattered places;
    private final List<Field> run;
    private final Groups<Gathered> groups;

    private static final class Gathered {
        final Map<Object, List<Point>> curves = new LinkedHashMap<>();
        final Map<Double, Cell> steps = new TreeMap<>();
    }

    CurvesKind(Input input) {
        this.input = input;
        places = new Scattered(input);
        run = Stream.of(Channel.VARIANT, Channel.REPEAT)
                .flatMap(channel -> input.optional(channel).stream())
                .toList();
        groups = new Groups<>(input, Gathered::new);
    }

    @Override
    public void add(int row) {
        OptionalDouble step = input.number(row, Channel.X, places.x());
        OptionalDouble value = step.isPresent() ? input.finite(row, places.y()) : step;
        if (value.isEmpty()) {
            return;
        }
        Gathered group = groups.of(row);
        List<String> key = run.stream().map(f -> String.valueOf(f.get(row))).toList();
        group.curves.computeIfAbsent(key, k -> new ArrayList<>()).add(point(step.getAsDouble(), value.getAsDouble()));
        group.steps.computeIfAbsent(step.getAsDouble(), k -> new Cell()).add(value.getAsDouble(), null);
    }

    @Override
    public Drawing draw(Caption caption) {
        var series = groups.ordered(
                CurvesKind::last, places.y().goal(), "last mean " + places.y().name(), caption);
        List<Mark> marks = new ArrayList<>();
        List<Mark> means = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        int curves = series.stream().mapToInt(g -> g.content().curves.size()).sum();
        boolean background = curves <= MOST_CURVES && curves > series.size();
        int most = Math.max(10, Math.min(MOST_STEPS, MOST_POINTS / (series.size() + (background ? curves : 0) + 1)));
        int steps =
                series.stream().mapToInt(g -> g.content().steps.size()).max().orElse(0);
        for (var group : series) {
            List<Point> points = new ArrayList<>();
            group.content().steps.forEach((step, cell) -> points.add(cell.point(step, input.log(Channel.Y), caption)));
            for (List<Point> curve : group.content().curves.values()) {
                if (background) {
                    marks.add(background(group.name(), curve, most));
                    all.addAll(curve);
                }
            }
            means.add(new Mark.Line(
                    group.name(), group.tone(), Mark.Join.STRAIGHT, false, Mark.Spread.BAND, thinned(points, most)));
            all.addAll(points);
        }
        marks.addAll(means);
        caption.per("step");
        caption.say(Caption.count(curves, "run") + (curves > MOST_CURVES ? ", only their means drawn" : ""));
        new Choice(steps, most).say(caption, "step", "drawn");
        return new Drawing(
                new Panel(Optional.empty(), places.across(all), places.up(all), marks),
                groups.legend(series, Legend.Symbol.LINE));
    }

    /** One without y, a gap, where the value has no place on a log axis. */
    private Point point(double step, double value) {
        return input.hasPlace(value, Channel.Y, places.y())
                ? Point.at(step, value)
                : new Point(step, OptionalDouble.empty(), Optional.empty(), 1, 0);
    }

    private static Mark background(String name, List<Point> curve, int most) {
        List<Point> sorted =
                curve.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
        return new Mark.Line(name, Tone.REST, Mark.Join.STRAIGHT, false, Mark.Spread.WHISKERS, thinned(sorted, most));
    }

    /** An even choice of the points of a line with its last one, where it has come to. */
    private static List<Point> thinned(List<Point> line, int most) {
        Choice choice = new Choice(line.size(), most);
        if (!choice.leavesOut()) {
            return line;
        }
        List<Point> thinned = new ArrayList<>(choice.of(line));
        thinned.set(thinned.size() - 1, line.get(line.size() - 1));
        return thinned;
    }

    private static double last(Gathered group) {
        return group.steps.values().stream()
                .reduce((a, b) -> b)
                .map(c -> DoubleStream.of(c.values()).average().orElseThrow())
                .orElse(Double.NaN);
    }
}
