package io.flowsweep.sweep.page;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The cells of a column as people read them, numbers with as many decimals as the column needs; as they are where they lie so far apart
 * that most of these would be zeros.
 */
public final class CellTexts {

    private static final double WIDE = 1000;

    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+(\\.\\d+)?[eE]-?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    private CellTexts() {}

    /** The first rows. */
    public static List<String> of(Table table, Column column, int rows) {
        List<String> texts = IntStream.range(0, rows)
                .mapToObj(row -> table.text(row, column.name()))
                .toList();
        if (column.kind() == Column.Kind.TEXT) {
            return texts;
        }
        if (texts.stream().anyMatch(CellTexts::isScientific) || span(texts) >= WIDE) {
            return texts;
        }
        int decimals = texts.stream().mapToInt(CellTexts::decimals).max().orElse(0);
        return texts.stream().map(text -> padded(text, decimals)).toList();
    }

    private static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** How many times as large the largest is as the least, zeros aside. */
    private static double span(List<String> texts) {
        DoubleSummaryStatistics sizes = texts.stream()
                .filter(CellTexts::isDecimal)
                .mapToDouble(text -> Math.abs(Double.parseDouble(text)))
                .filter(size -> size > 0)
                .summaryStatistics();
        return sizes.getCount() == 0 ? 1 : sizes.getMax() / sizes.getMin();
    }

    private static int decimals(String text) {
        return isDecimal(text) ? new BigDecimal(text).scale() : 0;
    }

    private static String padded(String text, int decimals) {
        return isDecimal(text) ? new BigDecimal(text).setScale(decimals).toPlainString() : text;
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
