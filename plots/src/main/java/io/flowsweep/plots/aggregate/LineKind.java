package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Means over x, joined; whiskers where there are few x, else bands. */
final class LineKind implements Kind {

    /** More whiskers on a line than this hide it. */
    static final int MOST_WHISKERS = 12;

    private final Input input;
    private final Positions x;
    private final Cells cells;

    LineKind(Input input) {
        this.input = input;
        x = new Positions(input, Channel.X, false);
        cells = new Cells(input, x);
        if (input.log(Channel.X) && x.categories()) {
            throw new InvalidChartException("a log x axis needs a number column, but \""
                    + input.field(Channel.X).name() + "\" holds text");
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
        Mark.Spread spread = cells.keys().size() > MOST_WHISKERS ? Mark.Spread.BAND : Mark.Spread.WHISKERS;
        List<Mark> marks = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        for (var group : series) {
            List<Point> points = cells.points(group.content(), caption);
            marks.add(new Mark.Line(group.name(), group.tone(), Mark.Join.STRAIGHT, true, spread, points));
            all.addAll(points);
        }
        Axis up = Ranges.nearZero(cells.y().label(), input.log(Channel.Y), Ranges.ys(all));
        return new Drawing(
                new Panel(Optional.empty(), along, up, marks), cells.groups().legend(series, Legend.Symbol.LINE));
    }
}
