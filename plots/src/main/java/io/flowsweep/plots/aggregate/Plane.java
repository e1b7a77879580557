package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.InvalidChartException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Rows gathered by a category of x and one of y.
 *
 * @param <C> what is gathered for each pair
 */
final class Plane<C> {

    private final Positions x;
    private final Positions y;
    private final Supplier<C> create;
    private final Map<List<Object>, C> cells = new LinkedHashMap<>();

    /** A pair of categories with what was gathered. */
    record Place<C>(double x, double y, C content) {}

    Plane(Input input, Supplier<C> create) {
        x = new Positions(input, Channel.X, true);
        y = new Positions(input, Channel.Y, true);
        this.create = create;
        if (input.log(Channel.X) || input.log(Channel.Y)) {
            throw new InvalidChartException(
                    "the axes of a " + input.spec().type() + " chart are categories, so they cannot be logarithmic");
        }
    }

    /** Of the row's place; null when it has none, which is counted. */
    C of(int row) {
        Object across = x.key(row);
        Object up = across == null ? null : y.key(row);
        return up == null ? null : cells.computeIfAbsent(List.of(across, up), key -> create.get());
    }

    Axis x() {
        return x.axis(cells.keySet().stream().map(key -> key.get(0)).toList());
    }

    Axis y() {
        return y.axis(cells.keySet().stream().map(key -> key.get(1)).toList());
    }

    /** All places; ask for the axes first. */
    List<Place<C>> places() {
        return cells.entrySet().stream()
                .map(e -> new Place<>(x.at(e.getKey().get(0)), y.at(e.getKey().get(1)), e.getValue()))
                .toList();
    }
}
