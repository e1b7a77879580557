package io.flowsweep.sweep.live;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.results.ResultColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a table that a view admits. */
final class ViewRows {

    private static final Set<String> WITH_VALUES = Set.of("succeeded", "stopped");

    private ViewRows() {}

    /** A table of those rows; the same one when that is all. */
    static Table of(Table table, View view) {
        if (view.isEverything()) {
            return table;
        }
        List<RowFilter.Test> tests = new ArrayList<>();
        view.conditions().forEach(condition -> tests.add(condition.test(table)));
        if (view.hideFailed()) {
            tests.add(row -> WITH_VALUES.contains(table.text(row, ResultColumns.STATE)));
        }
        words(table, view.words(), tests);
        return chosen(table, row -> tests.stream().allMatch(test -> test.holds(row)));
    }

    /** The rows of a table that belong to the same trials as rows of another one. */
    static Table ofTrials(Table table, Table results) {
        Set<List<Object>> trials = new HashSet<>();
        IntStream.range(0, results.rowCount()).forEach(row -> trials.add(trial(results, row)));
        return chosen(table, row -> trials.contains(trial(table, row)));
    }

    private static List<Object> trial(Table table, int row) {
        boolean repeated =
                table.columns().stream().anyMatch(column -> column.name().equals(ResultColumns.REPEAT));
        Object variant = table.get(row, ResultColumns.INDEX);
        return repeated ? List.of(variant, table.get(row, ResultColumns.REPEAT)) : List.of(variant);
    }

    private static Table chosen(Table table, RowFilter.Test test) {
        Table chosen = new Table(table.columns());
        List<String> names = table.columns().stream().map(Column::name).toList();
        int rows = table.rowCount();
        for (int row = 0; row < rows; row++) {
            if (test.holds(row)) {
                List<Object> cells = new ArrayList<>();
                for (String name : names) {
                    cells.add(table.get(row, name));
                }
                chosen.add(cells);
            }
        }
        return chosen;
    }

    private static void words(Table table, String words, List<RowFilter.Test> tests) {
        if (!words.isBlank()) {
            List<String> wanted = Stream.of(
                            words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                    .toList();
            tests.add(row -> {
                String text = table.columns().stream()
                        .map(column -> table.text(row, column.name()))
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT);
                return wanted.stream().allMatch(text::contains);
            });
        }
    }
}
