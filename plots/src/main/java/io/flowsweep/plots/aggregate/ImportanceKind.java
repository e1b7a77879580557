package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Factor;
import io.flowsweep.plots.statistics.Importance;
import io.flowsweep.plots.statistics.Importance.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The share of the metric's variance that each parameter explains, and each pair beyond its parts. */
final class ImportanceKind implements Kind {

    private static final int MOST = 16;
    private static final int FEWEST_ROWS = 4;
    private static final int MOST_ROWS = 10_000;

    private final Input input;
    private final Field y;
    private final List<Field> parameters;
    private final List<List<Object>> factors = new ArrayList<>();
    private final List<Double> metric = new ArrayList<>();

    ImportanceKind(Input input) {
        this.input = input;
        y = input.numbers(Channel.Y);
        parameters = input.fields(Channel.PARAMETERS);
        parameters.forEach(p -> factors.add(new ArrayList<>()));
        if (!input.spec().log().isEmpty()) {
            throw new InvalidChartException("shares of a variance have no logarithmic axis");
        }
    }

    @Override
    public void add(int row) {
        OptionalDouble value = input.number(row, Channel.Y, y);
        List<Object> given = parameters.stream().map(p -> p.get(row)).toList();
        if (value.isEmpty()) {
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (given.get(i) == null) {
                input.skipped().row("without " + parameters.get(i).name());
                return;
            }
        }
        IntStream.range(0, parameters.size()).forEach(i -> factors.get(i).add(given.get(i)));
        metric.add(value.getAsDouble());
    }

    @Override
    public Drawing draw(Caption caption) {
        caption.total(metric.size(), "row");
        boolean varies = metric.stream().distinct().limit(2).count() > 1;
        List<Effect> effects = metric.size() < FEWEST_ROWS || !varies ? List.of() : effects(caption);
        List<Effect> shown = effects.subList(0, Math.min(MOST, effects.size()));
        if (shown.size() < effects.size()) {
            caption.say(MOST + " of " + effects.size() + " effects shown");
        }
        List<Rect> rects = new ArrayList<>();
        List<Point> whiskers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Effect effect = shown.get(i);
            double place = shown.size() - 1.0 - i;
            Tone tone = effect.parameters().size() == 1 ? Tone.series(0) : Tone.series(5);
            rects.add(new Rect(0, effect.share(), place - 0.35, place + 0.35, tone, Optional.empty()));
            whiskers.add(Point.at(effect.share(), place, effect.interval(), metric.size()));
            names.add(0, String.join(" × ", effect.parameters()));
        }
        List<Mark> marks = List.of(
                new Mark.Rects("", Mark.Fill.BARS, rects),
                new Mark.Line("", Tone.INK, Mark.Join.NONE, false, Mark.Spread.SIDEWAYS, whiskers));
        Axis share = Ranges.fromZero(
                "share of the variance of " + y.name(),
                whiskers.stream()
                        .flatMapToDouble(p -> DoubleStream.concat(DoubleStream.of(p.x()), Ranges.ends(p)))
                        .toArray());
        Legend legend = new Legend(
                "",
                List.of(
                        new Entry("alone", Tone.series(0), Legend.Symbol.AREA),
                        new Entry("together", Tone.series(5), Legend.Symbol.AREA)),
                Optional.empty());
        return new Drawing(
                List.of(new Panel(Optional.empty(), share, Ranges.categories("", names), marks)),
                Optional.of(legend),
                Optional.of(
                        metric.size() < FEWEST_ROWS
                                ? "the importance of parameters needs " + FEWEST_ROWS + " rows"
                                : "all values of " + y.name() + " are the same: there is no variance to explain"));
    }

    private List<Effect> effects(Caption caption) {
        Choice choice = new Choice(metric.size(), MOST_ROWS);
        int[] used = choice.indices(metric.size()).toArray();
        List<Factor> asked = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            List<Object> values = factors.get(i);
            asked.add(new Factor(
                    parameters.get(i).name(),
                    IntStream.of(used).mapToObj(values::get).toList()));
        }
        Importance importance =
                Importance.of(asked, IntStream.of(used).mapToDouble(metric::get).toArray());
        choice.say(caption, "row", "used");
        boolean sure = importance.effects().stream().anyMatch(e -> e.interval().isPresent());
        caption.say(importance.complete() ? "functional ANOVA of the complete grid" : "variance between classes (ε²)");
        caption.say(sure ? "95 % bootstrap interval" : "no repeats: no interval");
        return importance.effects();
    }
}
