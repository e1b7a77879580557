package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Goal;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Legend.Symbol;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What rows of each series add up to. Numbers are ordered by size, texts as they came first, rows without a series last.
 * Beyond {@value #MOST} series, those with the best score are told apart and the rest is grey.
 *
 * @param <C> what is gathered for each
 */
final class Groups<C> {

    static final int MOST = 14;

    private static final int MOST_NAMED = 3;

    private static final String NONE = "(none)";

    private final Optional<Field> field;
    private final Supplier<C> create;
    private final Map<Object, C> contents = new LinkedHashMap<>();

    /** One series as it is drawn. */
    record Group<C>(String name, Tone tone, C content) {}

    Groups(Input input, Supplier<C> create) {
        field = input.optional(Channel.SERIES);
        this.create = create;
    }

    /** Of the row's series. */
    C of(int row) {
        return contents.computeIfAbsent(field.map(f -> f.get(row)).orElse(null), key -> create.get());
    }

    /**
     * The series in order; the grey ones first, so that the others are drawn over them. Those without a value are left out, and the
     * caption says so; the others keep the tones that they have beside them.
     *
     * @param score NaN for series without a value
     * @param what is best, for the caption
     */
    List<Group<C>> ordered(ToDoubleFunction<C> score, Goal goal, String what, Caption caption) {
        List<Object> keys = keys();
        Map<Object, Double> scores = new HashMap<>();
        keys.forEach(key -> scores.put(key, score.applyAsDouble(contents.get(key))));
        Set<Object> told = new HashSet<>(keys);
        if (keys.size() > MOST) {
            told = new HashSet<>(keys.stream()
                    .sorted(Comparator.comparing(scores::get, goal.bestFirst()))
                    .limit(MOST)
                    .toList());
            caption.say("in colour the " + MOST + " of " + keys.size() + " series with the "
                    + (goal == Goal.MAXIMIZE ? "highest " : "lowest ") + what);
        }
        List<Group<C>> grey = new ArrayList<>();
        List<Group<C>> coloured = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        int tones = 0;
        for (Object key : keys) {
            boolean drawnGrey = !told.contains(key);
            Tone tone = drawnGrey ? Tone.REST : Tone.series(tones++);
            if (Double.isNaN(scores.get(key))) {
                empty.add(name(key));
            } else {
                (drawnGrey ? grey : coloured).add(new Group<>(name(key), tone, contents.get(key)));
            }
        }
        if (empty.size() < keys.size()) {
            sayEmpty(empty, caption);
        }
        grey.addAll(coloured);
        return grey;
    }

    private void sayEmpty(List<String> empty, Caption caption) {
        if (field.isPresent() && !empty.isEmpty()) {
            caption.say("without a value: "
                    + (empty.size() <= MOST_NAMED ? String.join(", ", empty) : empty.size() + " series"));
        }
    }

    /** Empty when there is one series without a name. */
    Optional<Legend> legend(List<Group<C>> groups, Symbol symbol) {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        groups.stream()
                .filter(g -> !g.tone().equals(Tone.REST))
                .forEach(g -> entries.add(new Entry(g.name(), g.tone(), symbol)));
        others(groups, symbol).ifPresent(entries::add);
        return Optional.of(new Legend(field.get().label(), entries, Optional.empty()));
    }

    /** What stands for the grey series in a legend; empty when there are none. */
    Optional<Entry> others(List<Group<C>> groups, Symbol symbol) {
        long grey = groups.stream().filter(g -> g.tone().equals(Tone.REST)).count();
        return grey == 0 ? Optional.empty() : Optional.of(new Entry(grey + " others", Tone.REST, symbol));
    }

    private List<Object> keys() {
        List<Object> keys = new ArrayList<>(contents.keySet());
        Comparator<Object> order =
                field.filter(Field::numeric).isPresent() ? Comparator.comparing(Double.class::cast) : (a, b) -> 0;
        keys.sort(Comparator.nullsLast(order));
        return keys;
    }

    private String name(Object key) {
        if (field.isEmpty()) {
            return "";
        }
        return key == null ? NONE : Field.text(key);
    }
}
