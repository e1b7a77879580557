package io.flowsweep.sweep.cards;

import io.flowsweep.flow.card.Table;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Column.Kind;
import io.flowsweep.sweep.page.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of cards as tables of plots: a column is of numbers when each of its cells is one or empty. */
final class PlotTables {

    /** Beyond it not every whole number is a {@code double}. */
    private static final long EXACT = 1L << 53;

    private PlotTables() {}

    static io.flowsweep.plots.Table of(Table card) {
        return of(card, "", Optional.empty());
    }

    /** @param unit of the column {@code measured} */
    static io.flowsweep.plots.Table of(Table card, String measured, Optional<String> unit) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < card.columns().size(); i++) {
            String name = card.columns().get(i);
            Kind kind = kind(card, i);
            columns.add(new Column(
                    name, kind, unit.filter(u -> name.equals(measured) && kind == Kind.NUMBER && !u.isBlank())));
        }
        io.flowsweep.plots.Table table = new io.flowsweep.plots.Table(columns);
        for (List<Object> row : card.rows()) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                boolean number = columns.get(i).kind() == Kind.NUMBER;
                Object cell = row.get(i);
                cells.add("".equals(cell) ? null : number ? cell : Shown.value(cell));
            }
            table.add(cells);
        }
        return table;
    }

    private static Kind kind(Table table, int column) {
        boolean numbers = table.rows().stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell instanceof Double
                        || "".equals(cell)
                        || cell instanceof Long whole && Math.abs(whole) <= EXACT);
        return numbers ? Kind.NUMBER : Kind.TEXT;
    }
}
