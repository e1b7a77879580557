package io.flowsweep.sweep.live;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.ParallelScale;
import java.util.Objects;
import java.util.stream.IntStream;

/** How the columns of a table lie on parallel axes. */
record ParallelRange(Table table) {

    boolean isNumber(String column) {
        return table.column(column).kind() == Column.Kind.NUMBER;
    }

    ParallelScale of(String column) {
        return ParallelScale.of(
                false,
                IntStream.range(0, table.rowCount())
                        .mapToObj(row -> (Double) table.get(row, column))
                        .filter(Objects::nonNull)
                        .mapToDouble(v -> v)
                        .filter(Double::isFinite)
                        .toArray());
    }
}
