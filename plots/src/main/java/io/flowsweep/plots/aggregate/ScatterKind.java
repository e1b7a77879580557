package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each row a point. */
final class ScatterKind implements Kind {

    /** More points cover each other and make files that open slowly. */
    static final int MOST_POINTS = 2000;

    private final Scattered places;
    private final Groups<List<Point>> groups;
    private int rows;

    ScatterKind(Input input) {
        places = new Scattered(input);
        groups = new Groups<>(input, ArrayList::new);
    }

    @Override
    public void add(int row) {
        places.point(row).ifPresent(point -> {
            groups.of(row).add(point);
            rows++;
        });
    }

    @Override
    public Drawing draw(Caption caption) {
        var series = groups.ordered(
                ScatterKind::mean, places.y().goal(), "mean " + places.y().name(), caption);
        List<Mark> marks = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        Choice choice = new Choice(rows, MOST_POINTS);
        for (var group : series) {
            List<Point> points = group.content();
            marks.add(new Mark.Line(
                    group.name(), group.tone(), Mark.Join.NONE, true, Mark.Spread.WHISKERS, choice.of(points)));
            all.addAll(points);
        }
        caption.total(rows, "point");
        choice.say(caption, "point", "drawn");
        return new Drawing(
                new Panel(Optional.empty(), places.across(all), places.up(all), marks),
                groups.legend(series, Legend.Symbol.POINT));
    }

    private static double mean(List<Point> points) {
        return points.stream().mapToDouble(p -> p.y().orElseThrow()).average().orElse(Double.NaN);
    }
}
