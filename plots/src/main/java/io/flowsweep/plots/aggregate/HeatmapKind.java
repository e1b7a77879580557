package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Ramp;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mean of each pair of categories in colour and in digits; grey where no row has a value. */
final class HeatmapKind implements Kind {

    private static final int DIGITS = 3;

    private final Input input;
    private final Plane<Cell> plane;
    private final Field value;
    private final Optional<Field> variant;

    HeatmapKind(Input input) {
        this.input = input;
        plane = new Plane<>(input, Cell::new);
        value = input.numbers(Channel.VALUE);
        variant = input.optional(Channel.VARIANT);
    }

    @Override
    public void add(int row) {
        Cell cell = plane.of(row);
        if (cell == null) {
            return;
        }
        input.finite(row, value)
                .ifPresentOrElse(
                        number -> cell.add(number, variant.map(v -> v.get(row)).orElse(null)), cell::addMissing);
    }

    @Override
    public Drawing draw(Caption caption) {
        Axis across = plane.x();
        Axis up = plane.y();
        List<Plane.Place<Cell>> places = plane.places();
        double[] means = places.stream()
                .filter(p -> p.content().n() > 0)
                .mapToDouble(p -> p.content().summary().mean())
                .filter(mean -> !input.log(Channel.VALUE) || mean > 0)
                .toArray();
        caption.per("cell");
        Ramp ramp = ramp(means, input.log(Channel.VALUE));
        List<Rect> rects = new ArrayList<>();
        for (Plane.Place<Cell> place : places) {
            Cell cell = place.content();
            Point point = cell.point(place.x(), input.log(Channel.VALUE), caption);
            boolean known = point.y().isPresent();
            rects.add(new Rect(
                    place.x() - 0.5,
                    place.x() + 0.5,
                    place.y() - 0.5,
                    place.y() + 0.5,
                    known ? ramp.tone(point.y().getAsDouble()) : Tone.REST,
                    Optional.of(known ? text(cell.summary(), point) : "none")));
        }
        Legend legend = new Legend(value.label(), List.of(), Optional.of(ramp));
        Mark.Rects mark = new Mark.Rects("", Mark.Fill.TILES, means.length == 0 ? List.of() : rects);
        return new Drawing(new Panel(Optional.empty(), across, up, List.of(mark)), Optional.of(legend));
    }

    static Ramp ramp(double[] values, boolean log) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double value : values) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
        return values.length == 0 ? new Ramp(0, 1, false) : new Ramp(range[0], range[1], log);
    }

    private static String text(Summary summary, Point point) {
        String mean = Numbers.rounded(summary.mean(), DIGITS);
        return point.interval()
                .map(i -> mean + " ± " + Numbers.rounded(i.high() / 2 - i.low() / 2, 2))
                .orElse(mean);
    }
}
