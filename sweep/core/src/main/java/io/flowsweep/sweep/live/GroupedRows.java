package io.flowsweep.sweep.live;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.statistics.Interval;
import io.flowsweep.plots.statistics.Summary;
import io.flowsweep.sweep.results.ResultColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows that are alike in all axes but one, as one row: the first of their variants, the axes, how many rows there are,
 * and of each metric the mean, half its 95 % interval, and how many values are behind it.
 */
final class GroupedRows {

    private final Table table;
    private final List<String> axes;
    private final List<Column> metrics;

    /**
     * @param axes the columns of all axes
     * @param without the column that may differ: one of them, or the repeat
     */
    GroupedRows(Table table, List<String> axes, List<Column> metrics, String without) {
        this.table = table;
        this.axes = axes.stream().filter(axis -> !axis.equals(without)).toList();
        this.metrics = metrics;
    }

    Table table() {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        int rows = table.rowCount();
        for (int row = 0; row < rows; row++) {
            int at = row;
            List<Object> key =
                    Arrays.asList(axes.stream().map(axis -> table.get(at, axis)).toArray());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        Table grouped = new Table(columns());
        groups.forEach((key, members) -> grouped.add(row(key, members)));
        return grouped;
    }

    /** Those that are added have names that nothing else in a table of results has: it would have to begin with them. */
    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(table.column(ResultColumns.INDEX)));
        axes.forEach(axis -> columns.add(table.column(axis)));
        columns.add(Column.number("# rows"));
        for (Column metric : metrics) {
            columns.add(new Column("mean " + metric.name(), Column.Kind.NUMBER, metric.unit(), metric.goal()));
            columns.add(new Column("± " + metric.name(), Column.Kind.NUMBER, metric.unit()));
            columns.add(Column.number("n " + metric.name()));
        }
        return columns;
    }

    private List<Object> row(List<Object> key, List<Integer> members) {
        List<Object> cells = new ArrayList<>();
        cells.add(table.get(members.get(0), ResultColumns.INDEX));
        cells.addAll(key);
        cells.add(members.size());
        for (Column metric : metrics) {
            double[] values = members.stream()
                    .map(row -> (Double) table.get(row, metric.name()))
                    .filter(Objects::nonNull)
                    .mapToDouble(v -> v)
                    .toArray();
            Optional<Summary> summary = values.length == 0 ? Optional.empty() : Optional.of(Summary.of(values));
            cells.add(summary.map(Summary::mean).orElse(null));
            cells.add(summary.flatMap(Summary::interval).map(GroupedRows::half).orElse(null));
            cells.add(values.length);
        }
        return cells;
    }

    private static double half(Interval interval) {
        return (interval.high() - interval.low()) / 2;
    }
}
