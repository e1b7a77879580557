package io.flowsweep.sweep.live;

import io.flowsweep.plots.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold of a row: that a number lies in a range, or that the text of its columns is one of some.
 *
 * @param columns one for a range; several are read as one text, as charts do
 * @param low the least, inclusive
 * @param high the largest, inclusive
 * @param values the texts; empty for a range
 * @param chart the number of the chart that it was drawn in, which goes on to show what lies outside; 0 for none
 */
record RowFilter(List<String> columns, Optional<Double> low, Optional<Double> high, List<String> values, int chart) {

    RowFilter {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a condition names a column");
        }
    }

    static RowFilter range(String column, double low, double high, int chart) {
        return new RowFilter(List.of(column), Optional.of(low), Optional.of(high), List.of(), chart);
    }

    static RowFilter oneOf(List<String> columns, List<String> values, int chart) {
        return new RowFilter(columns, Optional.empty(), Optional.empty(), values, chart);
    }

    /** Ready to be asked of many rows. */
    Test test(Table table) {
        columns.forEach(table::column);
        if (low.isPresent() || high.isPresent()) {
            double least = low.orElse(Double.NEGATIVE_INFINITY);
            double largest = high.orElse(Double.POSITIVE_INFINITY);
            return row ->
                    table.get(row, columns.get(0)) instanceof Double number && least <= number && number <= largest;
        }
        Set<String> wanted = Set.copyOf(values);
        return row -> wanted.contains(text(table, row));
    }

    private String text(Table table, int row) {
        return columns.stream()
                .map(column -> table.text(row, column))
                .filter(text -> !Objects.equals(text, ""))
                .collect(Collectors.joining(" · "));
    }

    /** Whether a row is wanted. */
    interface Test {
        boolean holds(int row);
    }
}
