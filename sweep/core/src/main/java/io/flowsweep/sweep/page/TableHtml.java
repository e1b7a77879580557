package io.flowsweep.sweep.page;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.results.ShownTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables as HTML, numbers to the right. */
public final class TableHtml {

    private TableHtml() {}

    /** The first rows, and how many more there are. */
    public static String of(Table whole, int most) {
        Table table = ShownTable.of(whole);
        int rows = Math.min(most, table.rowCount());
        Map<Column, List<String>> cells = new LinkedHashMap<>();
        table.columns().forEach(column -> cells.put(column, CellTexts.of(table, column, rows)));
        StringBuilder html = new StringBuilder("<div class=\"table\"><table>\n<thead><tr>");
        for (Column column : cells.keySet()) {
            html.append("<th%s>%s</th>".formatted(style(column), Html.escape(column.label())));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < rows; i++) {
            int row = i;
            html.append("<tr>");
            cells.forEach((column, texts) ->
                    html.append("<td%s>%s</td>".formatted(style(column), Html.escape(texts.get(row)))));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>");
        if (table.rowCount() > rows) {
            html.append("<p class=\"more\">… and " + (table.rowCount() - rows) + " more rows</p>");
        }
        return html.append("</div>\n").toString();
    }

    private static String style(Column column) {
        return column.kind() == Column.Kind.NUMBER ? " class=\"number\"" : "";
    }
}
