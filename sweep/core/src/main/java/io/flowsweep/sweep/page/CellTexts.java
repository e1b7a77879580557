package io.flowsweep.sweep.page;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The cells of a column as people read them, numbers with as many decimals as the column needs. */
public final class CellTexts {

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
        int decimals = texts.stream().mapToInt(CellTexts::decimals).max().orElse(0);
        return texts.stream().map(text -> padded(text, decimals)).toList();
    }

    private static int decimals(String text) {
        return isDecimal(text) ? new BigDecimal(text).scale() : 0;
    }

    /** One that is written with an exponent stays so. */
    private static String padded(String text, int decimals) {
        return isDecimal(text) ? new BigDecimal(text).setScale(decimals).toPlainString() : text;
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
