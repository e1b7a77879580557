package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Ramp;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A smooth surface over scattered points in bands of colour, and the points themselves. */
final class ContourKind implements Kind {

    private static final int MOST_POINTS = 1000;

    private final Input input;
    private final Scattered places;
    private final Field value;
    private final List<double[]> rows = new ArrayList<>();

    ContourKind(Input input) {
        this.input = input;
        places = new Scattered(input);
        value = input.numbers(Channel.VALUE);
    }

    @Override
    public void add(int row) {
        places.point(row)
                .ifPresent(point -> input.number(row, Channel.VALUE, value)
                        .ifPresent(height ->
                                rows.add(new double[] {point.x(), point.y().getAsDouble(), height})));
    }

    @Override
    public Drawing draw(Caption caption) {
        Axis across = Ranges.numbers(places.x().label(), input.log(Channel.X), column(0));
        Axis up = Ranges.numbers(places.y().label(), input.log(Channel.Y), column(1));
        Choice choice = new Choice(rows.size(), MOST_POINTS);
        List<double[]> used = choice.of(rows);
        caption.total(rows.size(), "point");
        choice.say(caption, "point", "drawn");
        List<Mark> marks = new ArrayList<>();
        Ramp ramp = HeatmapKind.ramp(column(2), input.log(Channel.VALUE));
        if (!used.isEmpty()) {
            Surface surface = new Surface(used, across, up, ramp);
            marks.add(new Mark.Rects("", Mark.Fill.SURFACE, surface.bands()));
            marks.add(new Mark.Line(
                    "",
                    Tone.INK,
                    Mark.Join.NONE,
                    true,
                    Mark.Spread.WHISKERS,
                    used.stream().map(r -> Point.at(r[0], r[1])).toList()));
            caption.say(surface.method());
        }
        Legend legend = new Legend(value.label(), List.of(), Optional.of(ramp));
        return new Drawing(new Panel(Optional.empty(), across, up, marks), Optional.of(legend));
    }

    private double[] column(int index) {
        return rows.stream().mapToDouble(r -> r[index]).toArray();
    }
}
