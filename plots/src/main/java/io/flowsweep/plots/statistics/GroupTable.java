package io.flowsweep.plots.statistics;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of runs as rows of groups: how many runs a group has, how many failed, and the mean of each metric over those that have
 * it. Nothing is left out silently.
 */
public final class GroupTable {

    private static final Set<String> SUCCESS = Set.of("succeeded", "stopped");
    private static final Set<String> FAILURE = Set.of("failed", "timed_out", "lost");

    private static final class Group {
        private int n;
        private int failed;
        private final Map<String, Integer> others = new LinkedHashMap<>();
        private final Map<String, List<Double>> values = new LinkedHashMap<>();
    }

    private final Map<List<Object>, Group> groups = new LinkedHashMap<>();
    private final Set<String> others = new TreeSet<>();
    private final Set<String> incomplete = new TreeSet<>();

    private GroupTable() {}

    /**
     * One row for each combination of the columns {@code by}, in the order of the first of each: these, then {@code n} (runs that
     * succeeded), {@code failed}, for any other way to end its number, then the means. A metric that some run lacks though it
     * succeeded has a column {@code METRIC missing} behind it.
     *
     * @param metrics number columns
     * @param state the column that says how a run ended
     * @throws io.flowsweep.plots.UnknownColumnException when there is no such column
     */
    public static Table of(Table rows, List<String> by, List<String> metrics, String state) {
        GroupTable groups = new GroupTable();
        int count = rows.rowCount();
        for (int row = 0; row < count; row++) {
            groups.add(rows, row, by, metrics, state);
        }
        return groups.table(rows, by, metrics);
    }

    private void add(Table rows, int row, List<String> by, List<String> metrics, String state) {
        List<Object> key = new ArrayList<>();
        by.forEach(column -> key.add(rows.get(row, column)));
        Group group = groups.computeIfAbsent(key, k -> new Group());
        String ended = String.valueOf(rows.get(row, state));
        if (SUCCESS.contains(ended)) {
            group.n++;
        } else if (FAILURE.contains(ended)) {
            group.failed++;
        } else {
            others.add(ended);
            group.others.merge(ended, 1, Integer::sum);
        }
        for (String metric : metrics) {
            Double value = (Double) rows.get(row, metric);
            if (value != null) {
                group.values.computeIfAbsent(metric, m -> new ArrayList<>()).add(value);
            } else if (SUCCESS.contains(ended)) {
                incomplete.add(metric);
            }
        }
    }

    private Table table(Table rows, List<String> by, List<String> metrics) {
        List<Column> columns = new ArrayList<>();
        by.forEach(name -> columns.add(rows.column(name)));
        columns.add(Column.number(free("n", by)));
        columns.add(Column.number(free("failed", by)));
        others.forEach(state -> columns.add(Column.number(free(state, by))));
        for (String metric : metrics) {
            columns.add(rows.column(metric));
            if (incomplete.contains(metric)) {
                columns.add(Column.number(metric + " missing"));
            }
        }
        Table table = new Table(columns);
        groups.forEach((key, group) -> table.add(cells(key, group, metrics)));
        return table;
    }

    private List<Object> cells(List<Object> key, Group group, List<String> metrics) {
        List<Object> cells = new ArrayList<>(key);
        cells.add(group.n);
        cells.add(group.failed);
        others.forEach(state -> cells.add(group.others.getOrDefault(state, 0)));
        for (String metric : metrics) {
            List<Double> values = group.values.getOrDefault(metric, List.of());
            cells.add(
                    values.isEmpty()
                            ? null
                            : Summary.of(values.stream().mapToDouble(v -> v).toArray())
                                    .mean());
            if (incomplete.contains(metric)) {
                cells.add(Math.max(0, group.n - values.size()));
            }
        }
        return cells;
    }

    /** An axis may be called n. */
    private static String free(String name, List<String> by) {
        return by.contains(name) ? "runs " + name : name;
    }
}
