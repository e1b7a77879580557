package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.statistics.RepeatCollector;
import io.flowsweep.plots.statistics.Repeats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Rows gathered as what is compared: by series, then by x. Where several variants have one x, each repeat is the mean over them,
 * as what was varied is not noise. Without a column of repeats, rows of one variant are its repeats in their order, and nothing
 * is compared in pairs.
 */
final class ComparedRows {

    private final Input input;
    private final Positions x;
    private final Field y;
    private final Optional<Field> repeat;
    private final Optional<Field> variant;
    private final Optional<Field> series;
    private final Map<Object, Map<Object, Gathered>> values = new LinkedHashMap<>();
    private final Map<Object, Integer> rowsOfVariant = new HashMap<>();

    private static final class Gathered {
        final RepeatCollector repeats = new RepeatCollector();
        final Set<Object> variants = new HashSet<>();
    }

    /**
     * The rows of one x in one series.
     *
     * @param x as text
     * @param repeats called after series and x
     */
    record Compared(String x, Repeats repeats) {}

    ComparedRows(Input input) {
        this.input = input;
        x = new Positions(input, Channel.X, true);
        y = input.numbers(Channel.Y);
        repeat = input.optional(Channel.REPEAT);
        variant = input.optional(Channel.VARIANT);
        series = input.optional(Channel.SERIES);
    }

    Field y() {
        return y;
    }

    boolean hasSeries() {
        return series.isPresent();
    }

    void add(int row) {
        Object at = x.key(row);
        OptionalDouble value = at == null ? OptionalDouble.empty() : input.number(row, Channel.Y, y);
        if (value.isPresent()) {
            Object group = series.map(field -> field.get(row)).orElse("");
            Gathered gathered =
                    values.computeIfAbsent(group, g -> new LinkedHashMap<>()).computeIfAbsent(at, v -> new Gathered());
            Object of = variant.map(v -> v.get(row)).orElse("row " + row);
            gathered.repeats.add(repeat(row, at, of), value.getAsDouble());
            variant.ifPresent(known -> gathered.variants.add(of));
        }
    }

    private Object repeat(int row, Object at, Object of) {
        return repeat.map(r -> r.get(row)).orElseGet(() -> List.of(at, rowsOfVariant.merge(of, 1, Integer::sum)));
    }

    /** By series, each in the order of x. */
    List<List<Compared>> bySeries() {
        List<List<Compared>> all = new ArrayList<>();
        values.forEach((group, byX) -> all.add(x.ordered(byX.keySet()).stream()
                .map(at -> new Compared(Field.text(at), byX.get(at).repeats.named(name(group, at))))
                .toList()));
        return all;
    }

    /** How many variants have one x in one series, at most. */
    int mostVariants() {
        return values.values().stream()
                .flatMap(byX -> byX.values().stream())
                .mapToInt(gathered -> gathered.variants.size())
                .max()
                .orElse(0);
    }

    private String name(Object group, Object at) {
        return series.isPresent() ? Field.text(group) + " · " + Field.text(at) : Field.text(at);
    }
}
