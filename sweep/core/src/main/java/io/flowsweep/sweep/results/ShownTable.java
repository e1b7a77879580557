package io.flowsweep.sweep.results;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.variant.FlowLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A table as people read it: flows are called by their {@link FlowLabels}. What programs read has the whole values. */
public final class ShownTable {

    private ShownTable() {}

    /** The table itself when it has no flows in it. */
    public static Table of(Table table) {
        List<Column> columns = table.columns();
        List<String> flows = flows(table);
        if (flows.isEmpty()) {
            return table;
        }
        Map<String, String> labels = FlowLabels.of(flows);
        Table shown = new Table(columns);
        for (int row = 0; row < table.rowCount(); row++) {
            List<Object> cells = new ArrayList<>();
            for (Column column : columns) {
                Object cell = table.get(row, column.name());
                cells.add(column.name().equals(FlowLabels.AXIS) && cell != null ? labels.get(cell.toString()) : cell);
            }
            shown.add(cells);
        }
        return shown;
    }

    /** The flows that a table has in it, as they are in its cells; none when no column is of flows. */
    public static List<String> flows(Table table) {
        boolean named = table.columns().stream()
                .anyMatch(column -> column.name().equals(FlowLabels.AXIS) && column.kind() == Column.Kind.TEXT);
        return !named
                ? List.of()
                : IntStream.range(0, table.rowCount())
                        .mapToObj(row -> table.get(row, FlowLabels.AXIS))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .distinct()
                        .toList();
    }
}
