package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Axis.Scale;
import io.flowsweep.plots.model.Point;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** Which part of the numbers an axis shows: all that is drawn, with some room around it. */
final class Ranges {

    private static final double ROOM = 0.05;
    private static final double LARGEST = Double.MAX_VALUE / 4;

    /** Up to this many different values, labels stand at them instead of at round numbers. */
    private static final int FEW = 12;

    private Ranges() {}

    static Axis categories(String label, List<String> names) {
        return new Axis(label, Scale.CATEGORY, -0.5, Math.max(1, names.size()) - 0.5, names, List.of());
    }

    static Axis hidden(double low, double high) {
        return new Axis("", Scale.HIDDEN, low, high, List.of(), List.of());
    }

    /** Linear from {@code low} to {@code high} exactly. */
    static Axis exactly(String label, double low, double high) {
        double[] range = range(low, high);
        return axis(label, Scale.LINEAR, range, List.of());
    }

    static Axis numbers(String label, boolean log, double... values) {
        return axis(label, log ? Scale.LOG : Scale.LINEAR, log ? log(values) : linear(values), List.of());
    }

    /** With labels at the values themselves when they are few. */
    static Axis positions(String label, boolean log, double... values) {
        double[] distinct = DoubleStream.of(values).distinct().sorted().toArray();
        List<Double> ticks =
                distinct.length <= FEW ? DoubleStream.of(distinct).boxed().toList() : List.of();
        return axis(label, log ? Scale.LOG : Scale.LINEAR, log ? log(values) : linear(values), ticks);
    }

    /** A bar's length means something only when it starts at zero. */
    static Axis fromZero(String label, double... values) {
        double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(values).max().orElse(0));
        double room = low == high ? 1 : (high / 2 - low / 2) * (2 * ROOM);
        double[] range = range(low < 0 ? low - room : 0, high > 0 || low == 0 ? high + room : 0);
        return axis(label, Scale.LINEAR, range, List.of());
    }

    /** A line that comes near zero shows it; and room below never suggests that values could be negative. */
    static Axis nearZero(String label, boolean log, double... values) {
        if (log) {
            return numbers(label, true, values);
        }
        double[] range = linear(values);
        double low = DoubleStream.of(values).min().orElse(0);
        boolean near = low >= 0 && low < range[1] / 4 && range[1] > 0;
        return axis(label, Scale.LINEAR, near ? new double[] {0, range[1]} : range, List.of());
    }

    /** The y of all points, with the ends of their intervals. */
    static double[] ys(Collection<Point> points) {
        return points.stream()
                .filter(p -> p.y().isPresent())
                .flatMapToDouble(p -> DoubleStream.concat(DoubleStream.of(p.y().getAsDouble()), ends(p)))
                .toArray();
    }

    static DoubleStream ends(Point point) {
        return point.interval().stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()));
    }

    private static Axis axis(String label, Scale scale, double[] range, List<Double> ticks) {
        return new Axis(label, scale, range[0], range[1], List.of(), ticks);
    }

    private static double[] linear(double[] values) {
        if (values.length == 0) {
            return new double[] {0, 1};
        }
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        double room = low == high ? aroundOne(low) : (high / 2 - low / 2) * (2 * ROOM);
        return range(low - room, high + room);
    }

    private static double aroundOne(double value) {
        return value == 0 ? 1 : Math.max(Math.abs(value) * 0.1, Double.MIN_NORMAL);
    }

    /** An interval that ends at or below zero runs out of the chart. */
    private static double[] log(double[] values) {
        double[] positive = DoubleStream.of(values).filter(v -> v > 0).toArray();
        if (positive.length == 0) {
            return new double[] {1, 10};
        }
        double low = DoubleStream.of(positive).min().orElseThrow();
        double high = DoubleStream.of(positive).max().orElseThrow();
        double factor = Math.max(1.1, Math.pow(high / low, ROOM));
        return range(Math.max(low / factor, Double.MIN_NORMAL), high * factor);
    }

    /** Renderers need a range of finite length, so points beyond a quarter of the largest double lie outside. */
    private static double[] range(double low, double high) {
        double least = Math.max(low, -LARGEST);
        double most = Math.min(high, LARGEST);
        return least < most ? new double[] {least, most} : new double[] {-LARGEST, LARGEST};
    }
}
