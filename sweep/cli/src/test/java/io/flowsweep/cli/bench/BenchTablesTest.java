package io.flowsweep.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchTablesTest {

    @Test
    void everyValueStandsUnderItsNameAndWhatIsNotKnownIsMissing() {
        Table table = BenchTables.executors(List.of(new Benchmark.Row(
                "worker",
                10,
                1.23456,
                99.96,
                0.0012345,
                Optional.of(2.0),
                Optional.empty(),
                Optional.of(3.14159),
                2,
                0)));

        assertThat(table.columns())
                .extracting(Column::label)
                .containsExactly(
                        "what",
                        "variants",
                        "first [s]",
                        "rate [1/s]",
                        "CPU each [ms]",
                        "CPU / hello",
                        "CPU / inline",
                        "rate / Metaflow",
                        "files each",
                        "driver [MB]");
        assertThat(cells(table)).containsExactly("worker", 10.0, 1.23, 100.0, 0.00123, 2.0, null, 3.14, 2.0, null);
    }

    @Test
    void theLiveShareIsInPercent() {
        Table table = BenchTables.driver(
                List.of(new DriverBenchmark.Row(4, 0.5, Double.POSITIVE_INFINITY, 2, 0.25, 3, 64.04, 7)));

        assertThat(cells(table)).containsExactly(4.0, 0.5, Double.POSITIVE_INFINITY, 2.0, 25.0, 3.0, 64.0, 7.0);
    }

    private static Stream<Object> cells(Table table) {
        return table.columns().stream().map(column -> table.get(0, column.name()));
    }
}
