package io.flowsweep.plots;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.internal.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** One column of a {@link TextTable}: its header and cells as text, not yet aligned. */
record TextColumn(String header, List<String> cells, boolean numbers) {

    private static final String MISSING = "-";
    private static final int LEAST_TEXT = 6;

    /** Shorter numbers than this are padded to one number of decimals; longer columns show each as it is. */
    private static final int MOST_CHARACTERS = 16;

    static TextColumn of(Table table, Column column, int rows) {
        List<Object> values = IntStream.range(0, rows)
                .mapToObj(row -> table.get(row, column.name()))
                .toList();
        boolean numbers = column.kind() == Column.Kind.NUMBER;
        return new TextColumn(Texts.clean(column.label()), numbers ? numbers(values) : texts(values), numbers);
    }

    int fullWidth() {
        return Math.max(Texts.width(header), cellWidth());
    }

    int leastWidth() {
        int least = numbers ? Math.max(cellWidth(), LEAST_TEXT) : LEAST_TEXT;
        return Math.min(least, fullWidth());
    }

    String alignHeader(int width) {
        return align(header, width);
    }

    String alignCell(int row, int width) {
        return align(cells.get(row), width);
    }

    private String align(String text, int width) {
        String cut = Texts.cutEnd(text, width);
        String space = " ".repeat(width - Texts.width(cut));
        return numbers ? space + cut : cut + space;
    }

    private int cellWidth() {
        return cells.stream().mapToInt(Texts::width).max().orElse(0);
    }

    private static List<String> texts(List<Object> values) {
        return values.stream()
                .map(v -> v == null ? MISSING : Texts.clean((String) v))
                .toList();
    }

    private static List<String> numbers(List<Object> values) {
        int decimals = decimals(values);
        return values.stream()
                .map(v -> v == null ? MISSING : number((Double) v, decimals))
                .toList();
    }

    private static String number(double value, int decimals) {
        return decimals < 0 || !Double.isFinite(value) ? Numbers.display(value) : Numbers.fixed(value, decimals);
    }

    /**
     * Enough decimals for all, but not more than show 6 digits of the largest or 3 of the smallest, whichever is more;
     * −1 when the values are too far apart for one number of decimals.
     */
    private static int decimals(List<Object> values) {
        double[] sizes = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(v -> Math.abs((Double) v))
                .filter(v -> v != 0 && Double.isFinite(v))
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            return 0;
        }
        double smallest = sizes[0];
        double largest = sizes[sizes.length - 1];
        int needed = 0;
        for (double size : sizes) {
            needed = Math.max(needed, Numbers.decimals(size));
        }
        int useful = Math.max(Numbers.decimals(largest, Numbers.SHOWN_DIGITS), Numbers.decimals(smallest, 3));
        int decimals = Math.min(needed, useful);
        return Numbers.fixed(largest, decimals).length() < MOST_CHARACTERS ? decimals : -1;
    }
}
