package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Where rows lie along an axis of numbers or of categories. Numbers are ordered by size, texts as they came first. */
final class Positions {

    private final Input input;
    private final Channel channel;
    private final Field field;
    private final boolean categories;
    private final Map<Object, Integer> appearance = new HashMap<>();
    private Map<Object, Integer> places = Map.of();

    /** @param asCategories whether numbers, too, are categories */
    Positions(Input input, Channel channel, boolean asCategories) {
        this.input = input;
        this.channel = channel;
        field = input.field(channel);
        categories = asCategories || !field.numeric();
    }

    boolean categories() {
        return categories;
    }

    /** What tells this row's place from others; null when it has none, which is counted. */
    Object key(int row) {
        Object value = field.get(row);
        if (value != null && !categories) {
            OptionalDouble number = input.number(row, channel, field);
            return number.isPresent() ? (Object) number.getAsDouble() : null;
        }
        if (value == null) {
            input.skipped().row("without " + field.name());
        } else {
            appearance.putIfAbsent(value, appearance.size());
        }
        return value;
    }

    /** The axis that shows these keys; {@link #at} then knows their places. */
    Axis axis(Collection<Object> keys) {
        if (!categories) {
            return Ranges.positions(
                    field.label(),
                    input.log(channel),
                    keys.stream().mapToDouble(k -> (Double) k).toArray());
        }
        List<Object> order = ordered(keys);
        places = new HashMap<>();
        order.forEach(key -> places.put(key, places.size()));
        return Ranges.categories(field.label(), order.stream().map(Field::text).toList());
    }

    /** Each key once, in the order of the axis. */
    List<Object> ordered(Collection<Object> keys) {
        List<Object> order = new ArrayList<>(keys.stream().distinct().toList());
        order.sort(field.numeric() ? Comparator.comparing(Double.class::cast) : Comparator.comparing(appearance::get));
        return order;
    }

    /** The number on the axis, or the index of the category. */
    double at(Object key) {
        return categories ? places.get(key) : (Double) key;
    }
}
