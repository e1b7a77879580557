package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.aggregate.ComparedRows.Compared;
import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.internal.Suggestions;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Label;
import io.flowsweep.plots.model.Mark.Segment;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Comparison;
import io.flowsweep.plots.statistics.Differences;
import io.flowsweep.plots.statistics.Differences.Difference;
import io.flowsweep.plots.statistics.Interval;
import io.flowsweep.plots.statistics.Ranking;
import io.flowsweep.plots.statistics.Repeats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A forest plot: the difference of each variant to the baseline, or to the best, with its interval around zero. Where there are
 * series, each has a baseline, or a best, of its own.
 */
final class DifferenceKind implements Kind {

    /** As many as have room for their names. */
    private static final int MOST = 25;

    private static final double P_ROOM = 0.18;
    private static final Tone BETTER = Tone.series(2);
    private static final Tone WORSE = Tone.series(1);

    private final Input input;
    private final ComparedRows rows;
    private final Field y;

    DifferenceKind(Input input) {
        this.input = input;
        rows = new ComparedRows(input);
        y = rows.y();
        if (!input.spec().log().isEmpty()) {
            throw new InvalidChartException("differences may be negative, so their axis cannot be logarithmic");
        }
    }

    @Override
    public void add(int row) {
        rows.add(row);
    }

    @Override
    public Drawing draw(Caption caption) {
        List<Repeats> all = new ArrayList<>();
        Map<Repeats, Repeats> references = new IdentityHashMap<>();
        for (List<Compared> group : rows.bySeries()) {
            List<Repeats> variants = group.stream().map(Compared::repeats).toList();
            all.addAll(variants);
            reference(group).ifPresent(own -> variants.forEach(variant -> references.put(variant, own)));
        }
        List<Difference> differences = Differences.each(all, variant -> Optional.ofNullable(references.get(variant)));
        List<Difference> shown = new ArrayList<>(differences);
        shown.sort(Comparator.comparing(
                        (Difference d) -> d.comparison().difference(), y.goal().bestFirst())
                .reversed());
        if (shown.size() > MOST) {
            caption.say("the best " + MOST + " of " + shown.size());
            shown = shown.subList(shown.size() - MOST, shown.size());
        }
        captions(differences, caption);
        String label = "difference of " + y.name()
                + to(references.values())
                + y.columns().get(0).unit().map(u -> " [" + u + "]").orElse("");
        List<Mark> marks = marks(shown, caption);
        double[] ends = shown.stream()
                .map(Difference::comparison)
                .flatMapToDouble(c -> DoubleStream.concat(
                        DoubleStream.of(c.difference(), 0),
                        c.interval().stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()))))
                .toArray();
        Axis names = Ranges.categories(
                input.field(Channel.X).label(),
                shown.stream().map(d -> d.variant().name()).toList());
        return new Drawing(
                List.of(new Panel(Optional.empty(), withRoom(Ranges.numbers(label, false, ends)), names, marks)),
                Optional.of(legend()),
                missing(all, !references.isEmpty()));
    }

    /** What all are compared with, when that is one or is called the same everywhere. */
    private String to(Collection<Repeats> references) {
        if (input.spec().baseline().isPresent() && rows.hasSeries()) {
            return " to " + input.spec().baseline().get();
        }
        List<String> names = references.stream().map(Repeats::name).distinct().toList();
        return names.size() == 1 ? " to " + names.get(0) : names.isEmpty() ? "" : " to the best of each";
    }

    /** @param group not empty */
    private Optional<Repeats> reference(List<Compared> group) {
        if (input.spec().baseline().isEmpty()) {
            return Optional.of(
                    Ranking.best(group.stream().map(Compared::repeats).toList(), y.goal()));
        }
        return group.stream()
                .filter(compared -> compared.x().equals(input.spec().baseline().get()))
                .map(Compared::repeats)
                .findFirst();
    }

    private Optional<String> missing(List<Repeats> all, boolean found) {
        if (found) {
            return Optional.of("only the baseline has values");
        }
        return input.spec()
                .baseline()
                .map(name -> "no value of the baseline \"" + name + "\". "
                        + Suggestions.didYouMean(
                                name, all.stream().map(Repeats::name).toList()));
    }

    private void captions(List<Difference> differences, Caption caption) {
        boolean paired = differences.stream().anyMatch(d -> d.comparison().method() == Comparison.Method.PAIRED);
        boolean welch = differences.stream()
                .filter(d -> !Double.isNaN(d.adjustedP()))
                .anyMatch(d -> d.comparison().method() == Comparison.Method.WELCH);
        caption.intervalOf("difference of means");
        caption.per("variant");
        if (paired) {
            caption.say("compared seed by seed");
        }
        if (welch) {
            caption.say((paired ? "some " : "") + "compared by Welch's t test");
        }
        int tests = (int)
                differences.stream().filter(d -> !Double.isNaN(d.adjustedP())).count();
        if (tests > 0) {
            caption.say("p corrected by Holm for " + Caption.count(tests, "test"));
        }
        if (rows.mostVariants() > 1) {
            caption.say("each repeat the mean over up to " + Caption.count(rows.mostVariants(), "variant"));
        }
    }

    /** Room for the p-values right of the intervals. */
    private static Axis withRoom(Axis axis) {
        double more = (axis.high() - axis.low()) * P_ROOM;
        return new Axis(axis.label(), axis.scale(), axis.low(), axis.high() + more, axis.categories(), axis.ticks());
    }

    private static String p(Difference difference) {
        return difference.adjustedP() < 0.001 ? "p < 0.001" : "p = " + Numbers.rounded(difference.adjustedP(), 2);
    }

    private List<Mark> marks(List<Difference> shown, Caption caption) {
        List<Mark> marks = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        if (shown.isEmpty()) {
            return marks;
        }
        marks.add(new Mark.Segments(Tone.INK, true, List.of(new Segment(0, -0.5, 0, shown.size() - 0.5))));
        for (int i = 0; i < shown.size(); i++) {
            Comparison comparison = shown.get(i).comparison();
            Point point = Point.at(comparison.difference(), i, comparison.interval(), comparison.n());
            caption.point(point, 1);
            marks.add(new Mark.Line(
                    shown.get(i).variant().name(),
                    tone(shown.get(i)),
                    Mark.Join.NONE,
                    true,
                    Mark.Spread.SIDEWAYS,
                    List.of(point)));
            if (!Double.isNaN(shown.get(i).adjustedP())) {
                double end = comparison.interval().map(Interval::high).orElse(comparison.difference());
                labels.add(new Label(end, i, p(shown.get(i)), Mark.Side.RIGHT));
            }
        }
        marks.add(new Mark.Labels(Tone.INK, labels));
        return marks;
    }

    private Tone tone(Difference difference) {
        if (!difference.significant()) {
            return Tone.REST;
        }
        boolean better = y.goal().better(difference.comparison().difference(), 0);
        return better ? BETTER : WORSE;
    }

    private Legend legend() {
        String high = y.goal() == Goal.MAXIMIZE ? "higher is better" : "lower is better";
        return new Legend(
                high,
                List.of(
                        new Entry("better", BETTER, Legend.Symbol.POINT),
                        new Entry("worse", WORSE, Legend.Symbol.POINT),
                        new Entry("not distinguishable", Tone.REST, Legend.Symbol.POINT)),
                Optional.empty());
    }
}
