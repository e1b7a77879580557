package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Bins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How often values occur; several series share the bins and stand side by side in each. On a log axis the bins are even
 * in the logarithm.
 */
final class HistogramKind implements Kind {

    private final Input input;
    private final Field x;
    private final Groups<List<Double>> groups;

    HistogramKind(Input input) {
        this.input = input;
        x = input.numbers(Channel.X);
        groups = new Groups<>(input, ArrayList::new);
        if (input.log(Channel.Y)) {
            throw new InvalidChartException("the bars of a histogram start at 0, which a log axis does not have");
        }
    }

    @Override
    public void add(int row) {
        input.number(row, Channel.X, x).ifPresent(groups.of(row)::add);
    }

    @Override
    public Drawing draw(Caption caption) {
        var series = groups.ordered(HistogramKind::size, Goal.MAXIMIZE, "count", caption);
        double[] all = series.stream()
                .map(Groups.Group::content)
                .flatMap(Collection::stream)
                .mapToDouble(this::scaled)
                .toArray();
        caption.total(all.length, "value");
        Bins bins = all.length == 0 ? new Bins(new double[] {0, 1}) : Bins.of(all);
        List<Mark> marks = new ArrayList<>();
        double highest = 0;
        var lanes = restTogether(series);
        for (int i = 0; i < lanes.size(); i++) {
            var group = lanes.get(i);
            int[] counts = bins.count(
                    group.content().stream().mapToDouble(this::scaled).toArray());
            List<Rect> rects = new ArrayList<>();
            for (int bin = 0; bin < counts.length; bin++) {
                double left = bins.edges()[bin];
                double width = (bins.edges()[bin + 1] - left) / lanes.size();
                rects.add(new Rect(
                        original(left + i * width),
                        original(left + (i + 1) * width),
                        0,
                        counts[bin],
                        group.tone(),
                        Optional.empty()));
                highest = Math.max(highest, counts[bin]);
            }
            marks.add(new Mark.Rects(group.name(), Mark.Fill.TILES, all.length == 0 ? List.of() : rects));
        }
        caption.say(Caption.count(bins.edges().length - 1, "bin") + " of " + width(bins));
        Axis along = Ranges.numbers(
                x.label(),
                input.log(Channel.X),
                all.length == 0
                        ? new double[0]
                        : new double[] {original(bins.edges()[0]), original(bins.edges()[bins.edges().length - 1])});
        return new Drawing(
                new Panel(Optional.empty(), along, Ranges.counts("count", (int) highest), marks),
                groups.legend(series, Legend.Symbol.AREA));
    }

    /** Thousands of grey bars in each bin would show nothing, so they are one. */
    private static List<Groups.Group<List<Double>>> restTogether(List<Groups.Group<List<Double>>> series) {
        List<Groups.Group<List<Double>>> lanes = new ArrayList<>();
        List<Double> rest = new ArrayList<>();
        for (Groups.Group<List<Double>> group : series) {
            if (group.tone().equals(Tone.REST)) {
                rest.addAll(group.content());
            } else {
                lanes.add(group);
            }
        }
        if (!rest.isEmpty()) {
            lanes.add(new Groups.Group<>("others", Tone.REST, rest));
        }
        return lanes;
    }

    private static double size(List<Double> values) {
        return values.isEmpty() ? Double.NaN : values.size();
    }

    private String width(Bins bins) {
        double width = bins.edges()[1] - bins.edges()[0];
        return input.log(Channel.X)
                ? "a factor of " + Numbers.rounded(Math.exp(width), 3)
                : "width " + Numbers.rounded(width, 3);
    }

    private double scaled(double value) {
        return input.log(Channel.X) ? Math.log(value) : value;
    }

    private double original(double scaled) {
        return input.log(Channel.X) ? Math.exp(scaled) : scaled;
    }
}
