package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Label;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The means of two objectives for each variant with their intervals; those that no other beats in both are the front. */
final class ParetoKind implements Kind {

    private static final int MOST_NAMES = 12;
    private static final int MOST_BEATEN = 1000;

    /** Of more, intervals would hide everything. */
    private static final int MOST_WITH_INTERVALS = 100;

    private final Input input;
    private final Scattered places;
    private final Optional<Field> variant;
    private final Map<Object, Both> variants = new LinkedHashMap<>();

    private record Both(String name, Cell x, Cell y) {

        double across() {
            return x.summary().mean();
        }

        double up() {
            return y.summary().mean();
        }
    }

    ParetoKind(Input input) {
        this.input = input;
        places = new Scattered(input);
        variant = input.optional(Channel.VARIANT);
    }

    @Override
    public void add(int row) {
        OptionalDouble across = input.finite(row, places.x());
        OptionalDouble up = across.isPresent() ? input.finite(row, places.y()) : across;
        if (up.isEmpty()) {
            return;
        }
        Object key = variant.<Object>map(v -> v.get(row)).orElse(row);
        String name = variant.isPresent() ? Field.text(key) : "";
        Both both = variants.computeIfAbsent(key, k -> new Both(name, new Cell(), new Cell()));
        both.x().add(across.getAsDouble(), key);
        both.y().add(up.getAsDouble(), key);
    }

    @Override
    public Drawing draw(Caption caption) {
        List<Both> all = placed(caption);
        List<Both> front = front(all);
        List<Both> rest = rest(all, front);
        Choice choice = new Choice(rest.size(), MOST_BEATEN);
        List<Mark> marks = new ArrayList<>();
        boolean intervals = rest.size() <= MOST_WITH_INTERVALS;
        points(choice.of(rest), Tone.REST, Mark.Join.NONE, intervals, marks, caption);
        points(front, Tone.series(0), Mark.Join.STEP, true, marks, caption);
        if (front.size() <= MOST_NAMES) {
            marks.add(new Mark.Labels(
                    Tone.INK,
                    front.stream()
                            .filter(b -> !b.name().isEmpty())
                            .map(b -> new Label(b.across(), b.up(), b.name(), Mark.Side.ABOVE))
                            .toList()));
        }
        caption.say(front.size() + " of " + Caption.count(all.size(), "variant") + " on the front");
        choice.say(caption, "other", "drawn");
        if (!intervals && front.stream().anyMatch(b -> b.x().n() > 1)) {
            caption.say("intervals of the front alone");
        }
        caption.say(direction(places.x()) + " and " + direction(places.y()) + " are better");
        Legend legend = new Legend(
                "",
                List.of(
                        new Entry("front", Tone.series(0), Legend.Symbol.POINT),
                        new Entry("beaten by another", Tone.REST, Legend.Symbol.POINT)),
                Optional.empty());
        Axis across = Ranges.numbers(
                places.x().label(),
                input.log(Channel.X),
                ends(all.stream().map(Both::x).toList()));
        Axis up = Ranges.numbers(
                places.y().label(),
                input.log(Channel.Y),
                ends(all.stream().map(Both::y).toList()));
        return new Drawing(new Panel(Optional.empty(), across, up, marks), Optional.of(legend));
    }

    /** Those whose means have a place on both axes. */
    private List<Both> placed(Caption caption) {
        List<Both> placed = new ArrayList<>();
        for (Both both : variants.values()) {
            if ((!input.log(Channel.X) || both.across() > 0) && (!input.log(Channel.Y) || both.up() > 0)) {
                placed.add(both);
            }
        }
        int others = variants.size() - placed.size();
        if (others > 0) {
            caption.say(Caption.count(others, "variant") + " with a mean ≤ 0, not on a log axis");
        }
        return placed;
    }

    private static List<Both> rest(List<Both> all, List<Both> front) {
        Set<Both> ofFront = Collections.newSetFromMap(new IdentityHashMap<>());
        ofFront.addAll(front);
        return all.stream().filter(both -> !ofFront.contains(both)).toList();
    }

    /**
     * The best x first; each next one has a better y than all before it. In this order a line that is level until the next one
     * bounds what the front beats, whatever the goals.
     */
    private List<Both> front(List<Both> all) {
        Goal acrossGoal = places.x().goal();
        Goal upGoal = places.y().goal();
        List<Both> order = new ArrayList<>(all);
        order.sort(
                Comparator.comparing(Both::across, acrossGoal.bestFirst()).thenComparing(Both::up, upGoal.bestFirst()));
        List<Both> front = new ArrayList<>();
        double best = Double.NaN;
        for (Both both : order) {
            boolean equal = !front.isEmpty()
                    && both.up() == best
                    && both.across() == front.get(front.size() - 1).across();
            if (Double.isNaN(best) || upGoal.better(both.up(), best) || equal) {
                front.add(both);
                best = both.up();
            }
        }
        return front;
    }

    private static void points(
            List<Both> variants, Tone tone, Mark.Join join, boolean intervals, List<Mark> marks, Caption caption) {
        List<Point> upright = new ArrayList<>();
        List<Point> sideways = new ArrayList<>();
        for (Both both : variants) {
            Point point = point(both, both.y(), intervals);
            caption.point(point, 1);
            upright.add(point);
            sideways.add(point(both, both.x(), true));
        }
        if (intervals) {
            marks.add(new Mark.Line("", tone, Mark.Join.NONE, false, Mark.Spread.SIDEWAYS, sideways));
        }
        marks.add(new Mark.Line("", tone, join, true, Mark.Spread.WHISKERS, upright));
    }

    private static Point point(Both both, Cell cell, boolean interval) {
        return Point.at(both.across(), both.up(), interval ? cell.interval() : Optional.empty(), cell.n());
    }

    private static double[] ends(List<Cell> cells) {
        return cells.stream()
                .flatMapToDouble(c -> DoubleStream.concat(
                        DoubleStream.of(c.summary().mean()),
                        c.interval().stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()))))
                .toArray();
    }

    private static String direction(Field field) {
        return (field.goal() == Goal.MAXIMIZE ? "high " : "low ") + field.name();
    }
}
