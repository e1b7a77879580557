package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Point;
import io.flowsweep.plots.model.ChartModel.Scale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.data.Range;

/** Which part of the numbers an axis shows: all points and whiskers with some room around them. */
final class Extent {

    private static final double ROOM = 0.05;
    private static final double LARGEST = Double.MAX_VALUE / 2;

    private Extent() {}

    /** Along x, of a model whose x is not categories. */
    static Range ofX(ChartModel model) {
        double[] values = points(model).mapToDouble(Point::x).toArray();
        return model.x().scale() == Scale.LOG ? log(values) : linear(values);
    }

    /** Along y. */
    static Range ofY(ChartModel model) {
        DoubleStream ends = points(model)
                .flatMapToDouble(p -> DoubleStream.concat(
                        DoubleStream.of(p.mean().orElseThrow()),
                        p.interval().stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()))));
        double[] values = ends.toArray();
        return switch (model.type()) {
            case BAR -> fromZero(values);
            case LINE -> model.y().scale() == Scale.LOG ? log(values) : nearZeroFromZero(values);
        };
    }

    private static Stream<Point> points(ChartModel model) {
        return model.series().stream()
                .flatMap(s -> s.points().stream())
                .filter(p -> p.mean().isPresent());
    }

    private static Range linear(double[] values) {
        if (values.length == 0) {
            return new Range(0, 1);
        }
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        double room = low == high ? aroundOne(low) : (high / 2 - low / 2) * (2 * ROOM);
        return range(low - room, high + room);
    }

    private static double aroundOne(double value) {
        return value == 0 ? 1 : Math.max(Math.abs(value) * 0.1, Double.MIN_NORMAL);
    }

    /** A bar's length means something only when it starts at zero. */
    private static Range fromZero(double[] values) {
        double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(values).max().orElse(0));
        double room = low == high ? 1 : (high / 2 - low / 2) * (2 * ROOM);
        return range(low < 0 ? low - room : 0, high > 0 || low == 0 ? high + room : 0);
    }

    /** A line that comes near zero shows it; and room below never suggests that values could be negative. */
    private static Range nearZeroFromZero(double[] values) {
        Range range = linear(values);
        double low = DoubleStream.of(values).min().orElse(0);
        return low >= 0 && low < range.getUpperBound() / 4 ? new Range(0, range.getUpperBound()) : range;
    }

    /** A whisker that ends at or below zero runs out of the chart. */
    private static Range log(double[] values) {
        double[] positive = DoubleStream.of(values).filter(v -> v > 0).toArray();
        if (positive.length == 0) {
            return new Range(1, 10);
        }
        double low = DoubleStream.of(positive).min().orElseThrow();
        double high = DoubleStream.of(positive).max().orElseThrow();
        double factor = Math.max(1.1, Math.pow(high / low, ROOM));
        return range(Math.max(low / factor, Double.MIN_NORMAL), high * factor);
    }

    /** JFreeChart's arithmetic needs a range of finite length, so points beyond half of the largest double lie outside. */
    private static Range range(double low, double high) {
        double least = Math.max(low, -LARGEST);
        double most = Math.min(high, LARGEST);
        return least < most ? new Range(least, most) : new Range(-LARGEST, LARGEST);
    }
}
