package io.flowsweep.sweep.report;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a table as JSON that may stand in a script element, as many of the first as fit into a number of letters.
 *
 * @param json {@code {"columns":[{"label":…,"number":…,"state":…}],"rows":[[…]]}}
 * @param rows how many it holds
 */
record RowsJson(String json, int rows) {

    static RowsJson of(Table table, String state, int mostLetters) {
        List<Object> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("label", column.label());
            one.put("number", column.kind() == Column.Kind.NUMBER);
            one.put("state", column.name().equals(state));
            columns.add(one);
        }
        StringBuilder text = new StringBuilder("{\"columns\":" + harmless(Json.write(columns)) + ",\"rows\":[");
        int all = table.rowCount();
        int row = 0;
        for (; row < all; row++) {
            String line = harmless(Json.write(cells(table, row)));
            if (text.length() + line.length() > mostLetters) {
                break;
            }
            text.append(row == 0 ? "" : ",\n").append(line);
        }
        return new RowsJson(text.append("]}").toString(), row);
    }

    private static List<Object> cells(Table table, int row) {
        List<Object> cells = new ArrayList<>();
        for (Column column : table.columns()) {
            Object cell = table.get(row, column.name());
            cells.add(cell instanceof Double number ? shown(number, table.text(row, column.name())) : cell);
        }
        return cells;
    }

    /** A number as it is shown; one that JSON has no word for is its name. */
    private static Object shown(double number, String text) {
        if (!Double.isFinite(number)) {
            return text;
        }
        double shown = Double.parseDouble(text);
        return shown == Math.rint(shown) && Math.abs(shown) < 1L << 53 ? (Object) (long) shown : (Object) shown;
    }

    /** No text can end the script element or open a comment in it. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c");
    }
}
