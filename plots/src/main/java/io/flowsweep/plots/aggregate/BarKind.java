package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Means as bars from zero, those of one category side by side, with whiskers. */
final class BarKind implements Kind {

    private final Positions x;
    private final Cells cells;

    BarKind(Input input) {
        x = new Positions(input, Channel.X, true);
        cells = new Cells(input, x);
        if (input.log(Channel.X)) {
            throw new InvalidChartException(
                    "a bar chart has categories along x, so that axis cannot be logarithmic. Draw a line chart");
        }
        if (input.log(Channel.Y)) {
            throw new InvalidChartException("bars start at 0, which a log y axis does not have. Draw a line chart");
        }
    }

    @Override
    public void add(int row) {
        cells.add(row);
    }

    @Override
    public Drawing draw(Caption caption) {
        Axis along = x.axis(cells.keys());
        var series = cells.series(caption);
        Lanes lanes = new Lanes(series.size());
        List<Mark> marks = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            var group = series.get(i);
            List<Point> points = new ArrayList<>();
            for (Point point : cells.points(group.content(), caption)) {
                double middle = lanes.middle(point.x(), i);
                points.add(new Point(middle, point.y(), point.interval(), point.n(), point.missing()));
            }
            marks.add(new Mark.Rects(group.name(), Mark.Fill.BARS, bars(points, lanes, group.tone())));
            marks.add(new Mark.Line(group.name(), Tone.INK, Mark.Join.NONE, false, Mark.Spread.WHISKERS, points));
            all.addAll(points);
        }
        Axis up = Ranges.fromZero(cells.y().label(), Ranges.ys(all));
        return new Drawing(
                new Panel(Optional.empty(), along, up, marks), cells.groups().legend(series, Legend.Symbol.AREA));
    }

    private static List<Rect> bars(List<Point> points, Lanes lanes, Tone tone) {
        List<Rect> bars = new ArrayList<>();
        for (Point point : points) {
            point.y()
                    .ifPresent(y -> bars.add(new Rect(
                            point.x() - lanes.half(),
                            point.x() + lanes.half(),
                            Math.min(0, y),
                            Math.max(0, y),
                            tone,
                            Optional.empty())));
        }
        return bars;
    }
}
