package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Ramp;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Label;
import io.flowsweep.plots.model.Mark.Segment;
import io.flowsweep.plots.model.Mark.Side;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line for each variant through its values of all parameters and its mean of the metric, the best on top. Beyond
 * {@value #MOST_COLOURED} variants, only the best tenth is coloured. A variant without a value on some axis has a gap there.
 */
final class ParallelKind implements Kind {

    private static final int MOST_COLOURED = 300;
    private static final int MOST_LINES = 1000;

    private final Input input;
    private final List<ParallelAxis> axes;
    private final ParallelAxis last;
    private final Field value;
    private final Optional<Field> variant;
    private final Map<Object, Gathered> variants = new LinkedHashMap<>();

    private static final class Gathered {
        final List<Object> parameters = new ArrayList<>();
        final Cell cell = new Cell();
    }

    ParallelKind(Input input) {
        this.input = input;
        value = input.numbers(Channel.VALUE);
        axes = input.fields(Channel.PARAMETERS).stream().map(ParallelAxis::new).toList();
        last = new ParallelAxis(value, input.log(Channel.VALUE));
        variant = input.optional(Channel.VARIANT);
    }

    @Override
    public void add(int row) {
        OptionalDouble number = input.finite(row, value);
        if (number.isEmpty()) {
            return;
        }
        Object key = variant.<Object>map(v -> v.get(row)).orElse(row);
        Gathered gathered = variants.computeIfAbsent(key, k -> new Gathered());
        if (gathered.parameters.isEmpty()) {
            axes.forEach(axis -> gathered.parameters.add(axis.read(row)));
        }
        gathered.cell.add(number.getAsDouble(), key);
    }

    @Override
    public Drawing draw(Caption caption) {
        Goal goal = value.goal();
        List<Gathered> order = new ArrayList<>();
        for (Gathered gathered : variants.values()) {
            if (!input.log(Channel.VALUE) || gathered.cell.summary().mean() > 0) {
                order.add(gathered);
            } else {
                caption.notPositive();
            }
        }
        order.sort(Comparator.comparing((Gathered g) -> g.cell.summary().mean(), goal.bestFirst())
                .reversed());
        double[] means =
                order.stream().mapToDouble(g -> g.cell.summary().mean()).toArray();
        last.settle(means);
        axes.forEach(ParallelAxis::settle);
        Ramp ramp = HeatmapKind.ramp(means, input.log(Channel.VALUE));
        int coloured = order.size() > MOST_COLOURED ? Math.max(1, order.size() / 10) : order.size();
        List<Mark> marks = new ArrayList<>();
        for (int i = Math.max(0, order.size() - MOST_LINES); i < order.size(); i++) {
            Gathered gathered = order.get(i);
            Tone tone = i >= order.size() - coloured ? ramp.tone(means[i]) : Tone.REST;
            marks.add(
                    new Mark.Line("", tone, Mark.Join.STRAIGHT, false, Mark.Spread.WHISKERS, line(gathered, means[i])));
        }
        captions(order.size(), coloured, goal, caption);
        axes(marks);
        List<String> names = new ArrayList<>();
        axes.forEach(axis -> names.add(axis.label()));
        names.add(last.label());
        Legend legend = new Legend(value.label(), List.of(), Optional.of(ramp));
        return new Drawing(
                new Panel(Optional.empty(), Ranges.categories("", names), Ranges.hidden(-0.06, 1.06), marks),
                Optional.of(legend));
    }

    private static void captions(int all, int coloured, Goal goal, Caption caption) {
        caption.total(all, "variant");
        if (coloured < all) {
            caption.say("in colour the " + Numbers.grouped(coloured) + " with the "
                    + (goal == Goal.MAXIMIZE ? "highest" : "lowest") + " values");
        }
        if (all > MOST_LINES) {
            caption.say("the best " + Numbers.grouped(MOST_LINES) + " drawn");
        }
    }

    private List<Point> line(Gathered gathered, double mean) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            OptionalDouble place = axes.get(i).place(gathered.parameters.get(i));
            points.add(new Point(i, place, Optional.empty(), gathered.cell.n(), 0));
        }
        points.add(new Point(axes.size(), last.place(mean), Optional.empty(), gathered.cell.n(), 0));
        return points;
    }

    private void axes(List<Mark> marks) {
        List<Segment> lines = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i <= axes.size(); i++) {
            int at = i;
            lines.add(new Segment(i, 0, i, 1));
            ParallelAxis axis = i < axes.size() ? axes.get(i) : last;
            Side side = i < axes.size() ? Side.LEFT : Side.RIGHT;
            axis.ticks().forEach((text, place) -> labels.add(new Label(at, place, text, side)));
        }
        marks.add(new Mark.Segments(Tone.INK, false, lines));
        marks.add(new Mark.Labels(Tone.INK, labels));
    }
}
