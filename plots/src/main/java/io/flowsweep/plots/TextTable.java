package io.flowsweep.plots;

import io.flowsweep.plots.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as lines of plain text for a terminal. Widths count its columns: a Chinese character takes two. */
public final class TextTable {

    /** The narrowest terminal that is served. */
    public static final int LEAST_WIDTH = 20;

    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * A header, a rule, and one line for each row that the table has now, each ended by LF; no colours.
     *
     * <p>Numbers are right-aligned with one number of decimals per column, text is left-aligned, a missing value is
     * {@code -}. No line is wider than {@code width}: first the longest texts are shortened with an ellipsis (numbers
     * never are), then columns are left out from the right and a last line names them. Control characters in a text
     * become spaces.
     *
     * @param width in characters; less than {@link #LEAST_WIDTH} counts as that
     */
    public static String render(Table table, int width) {
        int limit = Math.max(width, LEAST_WIDTH);
        int rows = table.rowCount();
        List<TextColumn> shown = new ArrayList<>(
                table.columns().stream().map(c -> TextColumn.of(table, c, rows)).toList());
        List<String> leftOut = new ArrayList<>();
        while (leastWidth(shown) > limit) {
            leftOut.add(0, shown.remove(shown.size() - 1).header());
        }
        int[] widths = fit(shown, limit);
        StringBuilder text = new StringBuilder();
        line(text, shown, (i, column) -> column.alignHeader(widths[i]));
        line(text, shown, (i, column) -> "-".repeat(widths[i]));
        for (int row = 0; row < rows; row++) {
            int current = row;
            line(text, shown, (i, column) -> column.alignCell(current, widths[i]));
        }
        if (!leftOut.isEmpty()) {
            String note = "… and " + leftOut.size() + " more: " + String.join(", ", leftOut);
            text.append(Texts.cutEnd(note, limit)).append('\n');
        }
        return text.toString();
    }

    private static int leastWidth(List<TextColumn> columns) {
        return total(columns.stream().mapToInt(TextColumn::leastWidth).toArray());
    }

    /** Takes from the widest column that can give, one character at a time, until the line fits. */
    private static int[] fit(List<TextColumn> columns, int limit) {
        int[] widths = columns.stream().mapToInt(TextColumn::fullWidth).toArray();
        while (total(widths) > limit) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > columns.get(i).leastWidth())
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElseThrow();
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private interface Cell {
        String of(int index, TextColumn column);
    }

    private static void line(StringBuilder text, List<TextColumn> columns, Cell cell) {
        String line = IntStream.range(0, columns.size())
                .mapToObj(i -> cell.of(i, columns.get(i)))
                .collect(Collectors.joining(GAP));
        text.append(line.stripTrailing()).append('\n');
    }
}
