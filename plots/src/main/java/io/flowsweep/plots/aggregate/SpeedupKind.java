package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Segment;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Amdahl;
import io.flowsweep.plots.statistics.Interval;
import io.flowsweep.plots.statistics.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many times as fast each series is with more processors, and which share of each processor that uses. Compared with the
 * series' own least number of processors, which counts as fully used. Y is a time when its goal is to be small, or when it has
 * a unit of time and no goal; else a rate. On a logarithmic x axis the speed-up is logarithmic, too.
 */
final class SpeedupKind implements Kind {

    private static final Set<String> TIMES = Set.of("ns", "us", "µs", "ms", "s", "min", "h", "d");
    private static final int CURVE_POINTS = 30;

    private final Input input;
    private final Positions x;
    private final Cells cells;
    private final boolean time;

    SpeedupKind(Input input) {
        this.input = input;
        input.numbers(Channel.X);
        x = new Positions(input, Channel.X, false);
        cells = new Cells(input, x);
        Column y = cells.y().columns().get(0);
        time = y.goal()
                .map(goal -> goal == Goal.MINIMIZE)
                .orElse(y.unit().filter(TIMES::contains).isPresent());
        if (input.log(Channel.Y)) {
            throw new InvalidChartException(
                    "the y axis of a speed-up chart is logarithmic when its x axis is: set that one");
        }
    }

    @Override
    public void add(int row) {
        cells.add(row);
    }

    @Override
    public Drawing draw(Caption caption) {
        var series = cells.series(caption);
        List<Mark> speedUps = new ArrayList<>();
        List<Mark> efficiencies = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        List<Point> shares = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (var group : series) {
            List<Point> points = speedUps(group.content(), caption);
            List<Point> efficiency =
                    points.stream().map(p -> scaled(p, 1 / p.x())).toList();
            boolean grey = group.tone().equals(Tone.REST);
            String serial = grey ? "" : fit(group, points, speedUps);
            speedUps.add(line(group, points));
            efficiencies.add(line(group, efficiency));
            if (!grey) {
                String name = group.name().isEmpty() ? cells.y().name() : group.name();
                entries.add(new Entry(name + serial, group.tone(), Legend.Symbol.LINE));
            }
            all.addAll(points);
            shares.addAll(efficiency);
        }
        double[] processors = all.stream().mapToDouble(Point::x).toArray();
        Axis along = Ranges.positions(input.field(Channel.X).label(), input.log(Channel.X), processors);
        ideal(processors, speedUps, efficiencies);
        cells.groups().others(series, Legend.Symbol.LINE).ifPresent(entries::add);
        entries.add(new Entry("ideal", Tone.INK, Legend.Symbol.DASHED));
        caption.intervalOf("ratio of means");
        caption.say("against the fewest " + input.field(Channel.X).name());
        caption.say("dashed in colour: Amdahl's law fitted");
        double[] most = {DoubleStream.of(processors).max().orElse(1)};
        return new Drawing(
                List.of(
                        new Panel(
                                Optional.of("speed-up"),
                                along,
                                // both or neither, so that the ideal is straight
                                input.log(Channel.X)
                                        ? Ranges.numbers("times as fast", true, concat(Ranges.ys(all), most))
                                        : Ranges.fromZero("times as fast", concat(Ranges.ys(all), most)),
                                all.isEmpty() ? List.of() : speedUps),
                        new Panel(
                                Optional.of("efficiency"),
                                along,
                                Ranges.fromZero(
                                        "speed-up / " + input.field(Channel.X).name(),
                                        concat(Ranges.ys(shares), new double[] {1})),
                                all.isEmpty() ? List.of() : efficiencies)),
                Optional.of(new Legend(
                        input.optional(Channel.SERIES).map(Field::label).orElse(""), entries, Optional.empty())),
                Optional.empty());
    }

    /** Against the series' own least x; only values above 0 have a ratio. */
    private List<Point> speedUps(Map<Object, Cell> series, Caption caption) {
        List<Object> keys = x.ordered(series.keySet()).stream()
                .filter(key -> (Double) key > 0
                        && series.get(key).n() > 0
                        && series.get(key).summary().mean() > 0)
                .toList();
        List<Point> points = new ArrayList<>();
        for (Object key : keys) {
            Cell first = series.get(keys.get(0));
            Cell cell = series.get(key);
            boolean itself = cell == first;
            Ratio ratio = time ? Ratio.of(first.values(), cell.values()) : Ratio.of(cell.values(), first.values());
            boolean mixed = cell.variants() > 1 || first.variants() > 1;
            Optional<Interval> interval = itself || mixed ? Optional.empty() : ratio.interval();
            double start = (Double) keys.get(0);
            Point point = scaled(Point.at((Double) key, ratio.value(), interval, cell.n()), start);
            caption.point(point, Math.max(cell.variants(), first.variants()));
            points.add(point);
        }
        return points;
    }

    private static Point scaled(Point point, double factor) {
        return Point.at(
                point.x(),
                point.y().orElseThrow() * factor,
                point.interval().map(i -> new Interval(i.low() * factor, i.high() * factor, i.level())),
                point.n());
    }

    private static Mark line(Groups.Group<?> group, List<Point> points) {
        return new Mark.Line(group.name(), group.tone(), Mark.Join.STRAIGHT, true, Mark.Spread.WHISKERS, points);
    }

    /** Draws Amdahl's law; returns what the legend says of it. */
    private static String fit(Groups.Group<?> group, List<Point> points, List<Mark> marks) {
        double[] processors = points.stream().mapToDouble(Point::x).toArray();
        if (processors.length < 3 || processors[0] != 1) {
            return "";
        }
        Amdahl law = Amdahl.fit(
                processors,
                points.stream().mapToDouble(p -> p.y().orElseThrow()).toArray());
        double most = processors[processors.length - 1];
        List<Point> curve = IntStream.rangeClosed(0, CURVE_POINTS)
                .mapToDouble(i -> Math.pow(most, (double) i / CURVE_POINTS))
                .mapToObj(p -> Point.at(p, law.speedUp(p)))
                .toList();
        marks.add(new Mark.Line("", group.tone(), Mark.Join.DASHED, false, Mark.Spread.WHISKERS, curve));
        return ", " + Numbers.rounded(100 * law.serial(), 2) + " % serial";
    }

    private static void ideal(double[] processors, List<Mark> speedUps, List<Mark> efficiencies) {
        if (processors.length > 0) {
            double low = Arrays.stream(processors).min().orElseThrow();
            double high = Arrays.stream(processors).max().orElseThrow();
            speedUps.add(0, new Mark.Segments(Tone.INK, true, List.of(new Segment(low, low, high, high))));
            efficiencies.add(0, new Mark.Segments(Tone.INK, true, List.of(new Segment(low, 1, high, 1))));
        }
    }

    private static double[] concat(double[] a, double[] b) {
        return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }
}
