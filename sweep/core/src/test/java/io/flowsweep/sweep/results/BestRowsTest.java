package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestRowsTest {

    private static final Table ROWS = rows(2.0, Double.NaN, 3.0, null, 1.0);

    private static Table rows(Double... values) {
        ResultsTable results = new ResultsTable();
        results.accept(Samples.started(values.length));
        for (int i = 0; i < values.length; i++) {
            results.accept(Samples.started(i, (long) i, "a"));
            results.accept(
                    values[i] == null ? Samples.ended(i, RunState.FAILED, "no data") : Samples.succeeded(i, values[i]));
        }
        return results.table();
    }

    private static List<Object> values(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.get(row, "perf"))
                .toList();
    }

    @Test
    void areNeverThoseWithoutANumber() {
        assertThat(values(BestRows.of(ROWS, Samples.started(5), 2))).containsExactly(3.0, 2.0);
        assertThat(values(BestRows.of(ROWS, Samples.started(5), 5))).containsExactly(3.0, 2.0, 1.0);
    }

    @Test
    void sortedEitherWayThoseWithoutANumberComeLast() {
        assertThat(sorted("perf")).containsExactly(1.0, 2.0, 3.0, Double.NaN, null);
        assertThat(sorted("-perf")).containsExactly(3.0, 2.0, 1.0, Double.NaN, null);
    }

    private static List<Object> sorted(String by) {
        Table sorted = new TableQuery(Optional.empty(), Optional.of(by), List.of()).apply(ROWS);
        return Arrays.asList(IntStream.range(0, sorted.rowCount())
                .mapToObj(row -> sorted.get(row, "perf"))
                .toArray());
    }
}
