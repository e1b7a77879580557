package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The columns of numbers x and y, where each row has a place of its own. */
final class Scattered {

    private final Input input;
    private final Field x;
    private final Field y;

    /** @throws io.flowsweep.plots.model.InvalidChartException when one of them holds text */
    Scattered(Input input) {
        this.input = input;
        x = input.numbers(Channel.X);
        y = input.numbers(Channel.Y);
    }

    Field x() {
        return x;
    }

    Field y() {
        return y;
    }

    /** Where a row stands; empty when it lacks a number for one of the axes, which is counted once. */
    Optional<Point> point(int row) {
        OptionalDouble across = input.number(row, Channel.X, x);
        if (across.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble up = input.number(row, Channel.Y, y);
        return up.isEmpty() ? Optional.empty() : Optional.of(Point.at(across.getAsDouble(), up.getAsDouble()));
    }

    /** The x axis with room for all points. Few whole numbers are labelled themselves: there is nothing between two steps. */
    Axis across(List<Point> points) {
        double[] all = points.stream().mapToDouble(Point::x).toArray();
        boolean whole = Arrays.stream(all).allMatch(value -> value == Math.rint(value));
        return whole
                ? Ranges.positions(x.label(), input.log(Channel.X), all)
                : Ranges.numbers(x.label(), input.log(Channel.X), all);
    }

    /** The y axis with room for all points and their intervals. */
    Axis up(List<Point> points) {
        return Ranges.nearZero(y.label(), input.log(Channel.Y), Ranges.ys(points));
    }
}
