package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.Point;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Rows gathered by series and x: what lines, bars and boxes are made of. */
final class Cells {

    private final Input input;
    private final Positions x;
    private final Field y;
    private final Optional<Field> variant;
    private final Groups<Map<Object, Cell>> groups;
    private final Set<Object> keys = new LinkedHashSet<>();

    Cells(Input input, Positions x) {
        this.input = input;
        this.x = x;
        y = input.numbers(Channel.Y);
        variant = input.optional(Channel.VARIANT);
        groups = new Groups<>(input, HashMap::new);
    }

    void add(int row) {
        Object at = x.key(row);
        if (at == null) {
            return;
        }
        keys.add(at);
        Cell cell = groups.of(row).computeIfAbsent(at, key -> new Cell());
        input.finite(row, y)
                .ifPresentOrElse(
                        value -> cell.add(value, variant.map(v -> v.get(row)).orElse(null)), cell::addMissing);
    }

    Field y() {
        return y;
    }

    Groups<Map<Object, Cell>> groups() {
        return groups;
    }

    /** Every x that has a row. */
    Set<Object> keys() {
        return keys;
    }

    /** The series in order; of very many, those with the best mean are told apart. */
    List<Groups.Group<Map<Object, Cell>>> series(Caption caption) {
        return groups.ordered(Cells::mean, y.goal(), "mean " + y.name(), caption);
    }

    /** The means of one series along x. */
    List<Point> points(Map<Object, Cell> series, Caption caption) {
        return x.ordered(series.keySet()).stream()
                .map(key -> series.get(key).point(x.at(key), input.log(Channel.Y), caption))
                .toList();
    }

    private static double mean(Map<Object, Cell> series) {
        return series.values().stream()
                .flatMapToDouble(c -> DoubleStream.of(c.values()))
                .average()
                .orElse(Double.NaN);
    }
}
