package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs as bars on lanes, from the first start on. */
final class TimelineKind implements Kind {

    private static final double HALF = 0.4;

    /** More are joined where nobody could tell them apart. */
    private static final int MOST_APART = 2000;

    /** Of the time shown: less than a pixel. */
    private static final double TOO_CLOSE = 1 / 1500.0;

    private record Run(double start, double end, Object lane, String state, Optional<String> name) {

        private Run until(double later) {
            return new Run(start, Math.max(end, later), lane, state, Optional.empty());
        }
    }

    private final Input input;
    private final Field start;
    private final Field end;
    private final Positions lane;
    private final Optional<Field> state;
    private final Optional<Field> variant;
    private final States states = new States();
    private final List<Run> runs = new ArrayList<>();

    TimelineKind(Input input) {
        this.input = input;
        start = input.numbers(Channel.START);
        end = input.numbers(Channel.END);
        lane = new Positions(input, Channel.Y, true);
        state = input.optional(Channel.STATE);
        variant = input.optional(Channel.VARIANT);
        if (!input.spec().log().isEmpty()) {
            throw new InvalidChartException("a timeline has no logarithmic axis");
        }
    }

    @Override
    public void add(int row) {
        OptionalDouble from = input.number(row, Channel.START, start);
        OptionalDouble to = from.isPresent() ? input.number(row, Channel.END, end) : OptionalDouble.empty();
        Object on = to.isPresent() ? lane.key(row) : null;
        if (on == null) {
            return;
        }
        if (to.getAsDouble() < from.getAsDouble()) {
            input.skipped().row("with an end before the start");
            return;
        }
        String ended = state.map(s -> States.read(s.get(row))).orElse("");
        states.seen(ended);
        Optional<String> name = variant.map(v -> v.get(row)).map(Field::text);
        runs.add(new Run(from.getAsDouble(), to.getAsDouble(), on, ended, name));
    }

    @Override
    public Drawing draw(Caption caption) {
        Axis lanes = lane.axis(runs.stream().map(Run::lane).toList());
        double first = runs.stream().mapToDouble(Run::start).min().orElse(0);
        double last = runs.stream().mapToDouble(r -> r.end() - first).max().orElse(1);
        List<Rect> rects = new ArrayList<>();
        List<Run> drawn = runs.size() > MOST_APART ? joined(last * TOO_CLOSE) : runs;
        for (Run run : drawn) {
            double middle = lane.at(run.lane());
            rects.add(new Rect(
                    run.start() - first,
                    run.end() - first,
                    middle - HALF,
                    middle + HALF,
                    states.tone(run.state()),
                    run.name()));
        }
        caption.total(runs.size(), "run");
        if (drawn.size() < runs.size()) {
            caption.say("those of one state that follow each other closely are one bar");
        }
        runs.stream()
                .findAny()
                .ifPresent(
                        any -> caption.say(utilisation(last, lanes.categories().size())));
        Axis time = Ranges.exactly(
                "time since the first start"
                        + start.columns().get(0).unit().map(u -> " [" + u + "]").orElse(""),
                0,
                last > 0 ? last * 1.02 : 1);
        Optional<Legend> legend = state.map(s -> new Legend(s.label(), states.entries(), Optional.empty()));
        return new Drawing(
                new Panel(Optional.empty(), time, lanes, List.of(new Mark.Rects("", Mark.Fill.TILES, rects))), legend);
    }

    /** Runs of one lane and one state with no more than a gap between them as one. */
    private List<Run> joined(double gap) {
        List<Run> order = new ArrayList<>(runs);
        order.sort(Comparator.comparingDouble(Run::start));
        Map<Object, Run> latest = new HashMap<>();
        List<Run> joined = new ArrayList<>();
        for (Run run : order) {
            Run before = latest.get(run.lane());
            if (before != null && before.state().equals(run.state()) && run.start() - before.end() <= gap) {
                latest.put(run.lane(), before.until(run.end()));
            } else {
                latest.put(run.lane(), run);
                if (before != null) {
                    joined.add(before);
                }
            }
        }
        joined.addAll(latest.values());
        joined.sort(Comparator.comparingDouble(Run::start));
        return joined;
    }

    private String utilisation(double last, int lanes) {
        double busy = runs.stream().mapToDouble(r -> r.end() - r.start()).sum();
        return last > 0 ? Math.round(100 * busy / last / lanes) + " % of the lanes' time used" : "no time passed";
    }
}
