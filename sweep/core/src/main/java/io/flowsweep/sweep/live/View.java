package io.flowsweep.sweep.live;

import java.util.List;
import java.util.Optional;

/**
 * What of the table a browser wants to see.
 *
 * @param conditions all of which must hold
 * @param words each of which must occur in a row, in whatever case; between blanks
 * @param hideFailed whether only rows that succeeded, or were stopped with a value, are shown
 * @param without the column that groups leave out: rows that are alike in all axes but this one are one group; absent for rows
 *     by themselves
 * @param sort a column, the smallest first; with {@code -} before it the largest
 * @param rows how many are shown at most
 */
record View(
        List<RowFilter> conditions,
        String words,
        boolean hideFailed,
        Optional<String> without,
        Optional<String> sort,
        int rows) {

    View {
        conditions = List.copyOf(conditions);
    }

    /** What a chart is drawn of: conditions that were drawn in it do not count. */
    View outside(int chart) {
        return new View(
                conditions.stream().filter(c -> c.chart() != chart).toList(), words, hideFailed, without, sort, rows);
    }

    /** What decides which rows are admitted, and nothing else. */
    View rowsOnly() {
        return new View(conditions, words, hideFailed, Optional.empty(), Optional.empty(), 0);
    }

    boolean isEverything() {
        return conditions.isEmpty() && words.isBlank() && !hideFailed;
    }
}
