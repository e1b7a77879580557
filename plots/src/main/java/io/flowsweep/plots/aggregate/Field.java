package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.internal.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The columns of one channel, read as one value.
 *
 * @param columns one, or several whose values are read as one text; never empty
 */
record Field(Table table, List<Column> columns) {

    private static final String BETWEEN = " · ";

    String name() {
        return columns.stream().map(Column::name).collect(Collectors.joining(BETWEEN));
    }

    String label() {
        return columns.stream().map(Column::label).collect(Collectors.joining(BETWEEN));
    }

    boolean numeric() {
        return columns.size() == 1 && columns.get(0).kind() == Column.Kind.NUMBER;
    }

    Goal goal() {
        return columns.get(0).goal().orElse(Goal.MAXIMIZE);
    }

    /** A {@link Double} when {@link #numeric()}, else a text; null when it is missing. */
    Object get(int row) {
        if (columns.size() == 1) {
            Object value = table.get(row, columns.get(0).name());
            return value instanceof Double number ? number + 0.0 : value;
        }
        String text = columns.stream()
                .map(c -> table.get(row, c.name()))
                .filter(Objects::nonNull)
                .map(Field::text)
                .collect(Collectors.joining(BETWEEN));
        return text.isEmpty() ? null : text;
    }

    static String text(Object value) {
        return value instanceof Double number ? Numbers.display(number) : (String) value;
    }
}
