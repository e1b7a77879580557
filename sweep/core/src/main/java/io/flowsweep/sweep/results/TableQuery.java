package io.flowsweep.sweep.results;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.expression.Expression;
import io.flowsweep.sweep.expression.ExpressionScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is wanted of a table of results.
 *
 * @param where an expression over the columns that must hold of a row; one that cannot be evaluated for a row, because a value
 *     is missing, does not hold
 * @param sort a column, the smallest first; with {@code -} before it the largest; NaN behind all numbers, and missing values last.
 *     Empty: as it is
 * @param columns in their order; empty for all
 */
public record TableQuery(Optional<String> where, Optional<String> sort, List<String> columns) {

    /** @throws InvalidInputException when there is no such column, with the nearest, or the expression is none */
    public Table apply(Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<String> wanted = columns.isEmpty() ? names : columns;
        wanted.forEach(name -> check(name, names));
        Table result = new Table(wanted.stream().map(table::column).toList());
        rows(table, names).forEach(row -> {
            List<Object> cells = new ArrayList<>();
            wanted.forEach(name -> cells.add(table.get(row, name)));
            result.add(cells);
        });
        return result;
    }

    private IntStream rows(Table table, List<String> names) {
        Optional<Expression> condition = where.map(text -> Expression.parse(text, "--where", names));
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (condition.isEmpty() || holds(condition.get(), table, row, names)) {
                rows.add(row);
            }
        }
        sort.ifPresent(text -> {
            boolean descending = text.startsWith("-") && !names.contains(text);
            String column = descending ? text.substring(1) : text;
            check(column, names);
            rows.sort(Comparator.comparing((Integer row) -> table.get(row, column), cells(descending)));
        });
        return rows.stream().mapToInt(Integer::intValue);
    }

    private static boolean holds(Expression condition, Table table, int row, List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, table.get(row, name)));
        try {
            return condition.test(ExpressionScope.of(values));
        } catch (InvalidInputException e) {
            boolean isMissing = condition.names().stream().anyMatch(name -> values.get(name) == null);
            if (isMissing && names.containsAll(condition.names())) {
                return false;
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> cells(boolean descending) {
        Comparator<Object> natural = (a, b) -> ((Comparable<Object>) a).compareTo(b);
        return Comparator.nullsLast(
                Comparator.comparing((Object cell) -> Double.valueOf(Double.NaN).equals(cell))
                        .thenComparing(descending ? natural.reversed() : natural));
    }

    private static void check(String column, List<String> names) {
        if (!names.contains(column)) {
            throw new InvalidInputException(
                    "there is no column \"" + column + "\"", "", Suggestions.didYouMean(column, names));
        }
    }
}
