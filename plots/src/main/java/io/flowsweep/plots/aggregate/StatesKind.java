package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which combinations failed, and how: a cell has the colour of its commonest failure, and says which that is, or how many of its runs
 * failed when not all did.
 */
final class StatesKind implements Kind {

    private final Field state;
    private final Optional<Field> error;
    private final Plane<Map<String, Integer>> plane;
    private final States states = new States();
    private int rows;
    private int failed;

    StatesKind(Input input) {
        state = input.field(Channel.STATE);
        error = input.optional(Channel.SERIES);
        plane = new Plane<>(input, LinkedHashMap::new);
    }

    @Override
    public void add(int row) {
        Map<String, Integer> cell = plane.of(row);
        if (cell == null) {
            return;
        }
        String ended = States.read(state.get(row));
        boolean success = ended.equals(States.SUCCEEDED);
        String how = success
                ? ended
                : error.map(e -> e.get(row))
                        .filter(e -> !e.equals(""))
                        .map(Field::text)
                        .orElse(ended);
        states.seen(how);
        cell.merge(how, 1, Integer::sum);
        rows++;
        failed += success ? 0 : 1;
    }

    @Override
    public Drawing draw(Caption caption) {
        Axis across = plane.x();
        Axis up = plane.y();
        caption.total(rows, "run");
        caption.say(failed + " not succeeded; a number where only some of a cell did not");
        List<Rect> rects = new ArrayList<>();
        for (Plane.Place<Map<String, Integer>> place : plane.places()) {
            Map<String, Integer> counts = place.content();
            Map.Entry<String, Integer> worst = counts.entrySet().stream()
                    .max(Comparator.<Map.Entry<String, Integer>, Boolean>comparing(
                                    e -> !e.getKey().equals(States.SUCCEEDED))
                            .thenComparing(Map.Entry::getValue))
                    .orElseThrow();
            int all = counts.values().stream().mapToInt(i -> i).sum();
            int bad = all - counts.getOrDefault(States.SUCCEEDED, 0);
            rects.add(new Rect(
                    place.x() - 0.5,
                    place.x() + 0.5,
                    place.y() - 0.5,
                    place.y() + 0.5,
                    states.tone(worst.getKey()),
                    bad == 0 ? Optional.empty() : Optional.of(bad < all ? bad + " of " + all : worst.getKey())));
        }
        Legend legend = new Legend(error.orElse(state).label(), states.entries(), Optional.empty());
        return new Drawing(
                new Panel(Optional.empty(), across, up, List.of(new Mark.Rects("", Mark.Fill.TILES, rects))),
                Optional.of(legend));
    }
}
