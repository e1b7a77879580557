package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Each row a point. */
final class ScatterKind implements Kind {

    /** More points cover each other and make files that open slowly. */
    static final int MOST_POINTS = 5000;

    private final Input input;
    private final Field x;
    private final Field y;
    private final Groups<List<Point>> groups;
    private int rows;

    ScatterKind(Input input) {
        this.input = input;
        x = input.numbers(Channel.X);
        y = input.numbers(Channel.Y);
        groups = new Groups<>(input, ArrayList::new);
    }

    @Override
    public void add(int row) {
        OptionalDouble across = input.number(row, Channel.X, x);
        OptionalDouble up = across.isPresent() ? input.number(row, Channel.Y, y) : OptionalDouble.empty();
        if (up.isPresent()) {
            groups.of(row).add(Point.at(across.getAsDouble(), up.getAsDouble()));
            rows++;
        }
    }

    @Override
    public Drawing draw(Caption caption) {
        var series = groups.ordered(ScatterKind::mean, y.goal(), "mean " + y.name(), caption);
        List<Mark> marks = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        double share = Math.min(1, (double) MOST_POINTS / Math.max(1, rows));
        for (var group : series) {
            List<Point> points = group.content();
            List<Point> drawn = Ranges.evenly(points.size(), (int) Math.ceil(points.size() * share))
                    .mapToObj(points::get)
                    .toList();
            marks.add(new Mark.Line(group.name(), group.tone(), Mark.Join.NONE, true, Mark.Spread.WHISKERS, drawn));
            all.addAll(points);
        }
        caption.total(rows, "point");
        if (share < 1) {
            caption.say("an even choice of " + Caption.count(MOST_POINTS, "point") + " drawn");
        }
        Axis across = Ranges.numbers(
                x.label(),
                input.log(Channel.X),
                all.stream().mapToDouble(Point::x).toArray());
        Axis up = Ranges.nearZero(y.label(), input.log(Channel.Y), Ranges.ys(all));
        return new Drawing(new Panel(Optional.empty(), across, up, marks), groups.legend(series, Legend.Symbol.POINT));
    }

    private static double mean(List<Point> points) {
        return points.stream().mapToDouble(p -> p.y().orElseThrow()).average().orElse(Double.NaN);
    }
}
