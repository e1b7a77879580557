package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Each value in the order of x, and as a step line the best so far. */
final class HistoryKind implements Kind {

    private final Scattered places;
    private final Groups<List<Point>> groups;

    HistoryKind(Input input) {
        places = new Scattered(input);
        groups = new Groups<>(input, ArrayList::new);
    }

    @Override
    public void add(int row) {
        places.point(row).ifPresent(point -> groups.of(row).add(point));
    }

    @Override
    public Drawing draw(Caption caption) {
        var series = groups.ordered(this::best, places.y().goal(), places.y().name(), caption);
        List<Mark> marks = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        Choice choice =
                new Choice(series.stream().mapToInt(g -> g.content().size()).sum(), ScatterKind.MOST_POINTS);
        for (var group : series) {
            List<Point> points = new ArrayList<>(group.content());
            points.sort(Comparator.comparingDouble(Point::x));
            List<Point> drawn = choice.of(points);
            Tone dots = series.size() == 1 ? Tone.REST : group.tone();
            marks.add(new Mark.Line(group.name(), dots, Mark.Join.NONE, true, Mark.Spread.WHISKERS, drawn));
            lines.add(new Mark.Line(
                    group.name(), group.tone(), Mark.Join.STEP, false, Mark.Spread.WHISKERS, bestSoFar(points)));
            all.addAll(points);
        }
        marks.addAll(lines);
        caption.total(all.size(), "value");
        choice.say(caption, "value", "drawn");
        caption.say("line: the " + (places.y().goal() == Goal.MAXIMIZE ? "highest" : "lowest") + " "
                + places.y().name() + " so far");
        return new Drawing(
                new Panel(Optional.empty(), places.across(all), places.up(all), marks),
                groups.legend(series, Legend.Symbol.LINE));
    }

    /** Where the best changes, and the last x, so that the line goes on to the end. */
    private List<Point> bestSoFar(List<Point> sorted) {
        List<Point> steps = new ArrayList<>();
        double best = Double.NaN;
        for (Point point : sorted) {
            double value = point.y().orElseThrow();
            if (Double.isNaN(best) || places.y().goal().better(value, best)) {
                best = value;
                steps.add(Point.at(point.x(), best));
            }
        }
        if (!sorted.isEmpty()
                && sorted.get(sorted.size() - 1).x() > sorted.get(0).x()) {
            steps.add(Point.at(sorted.get(sorted.size() - 1).x(), best));
        }
        return steps;
    }

    private double best(List<Point> points) {
        return points.stream()
                .map(p -> p.y().orElseThrow())
                .min(places.y().goal().bestFirst())
                .orElse(Double.NaN);
    }
}
