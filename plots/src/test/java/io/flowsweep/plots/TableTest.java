package io.flowsweep.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private final Table table = new Table(List.of(Column.text("backend"), Column.number("perf", "1/s")));

    @Nested
    class Columns {

        @Test
        void keepTheirOrderAndUnits() {
            assertThat(table.columns()).extracting(Column::label).containsExactly("backend", "perf [1/s]");
            assertThat(table.column("perf").unit()).contains("1/s");
        }

        @Test
        void thatDoNotExistAreNamedWithTheNearestOne() {
            assertThatThrownBy(() -> table.column("prf"))
                    .isInstanceOf(UnknownColumnException.class)
                    .hasMessage("the table has no column \"prf\". Did you mean \"perf\"?");
            assertThatThrownBy(() -> table.get(0, "accuracy"))
                    .hasMessage("the table has no column \"accuracy\". There are: backend, perf");
        }

        @Test
        void areAtLeastOneAndHaveDifferentNames() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Table(List.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Table(List.of(Column.text("a"), Column.number("a"))))
                    .withMessageContaining("\"a\"");
        }
    }

    @Nested
    class Rows {

        @Test
        void tellMissingFromNaNAndFromEmpty() {
            table.add(Arrays.asList("", Double.NaN));
            table.add(Arrays.asList(null, null));

            assertThat(table.get(0, "perf")).isEqualTo(Double.NaN);
            assertThat(table.get(0, "backend")).isEqualTo("");
            assertThat(table.get(1, "perf")).isNull();
            assertThat(table.get(1, "backend")).isNull();
            assertThat(table.text(0, "perf")).isEqualTo("NaN");
            assertThat(table.text(1, "perf")).isEmpty();
        }

        @Test
        void mayStandInSeveralTablesOfTheirColumns() {
            Table.Row row = Table.Row.of(table.columns(), List.of("streams", 3));
            Table other = new Table(List.of(Column.text("backend"), Column.number("perf", "1/s")));
            table.add(row);
            other.add(row);

            assertThat(table.get(0, "perf")).isEqualTo(3.0);
            assertThat(other.get(0, "backend")).isEqualTo("streams");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Table(List.of(Column.number("perf"))).add(row))
                    .withMessageContaining("backend");
        }

        @Test
        void takeAnyNumberAsADouble() {
            table.add(List.of("streams", 3));

            assertThat(table.get(0, "perf")).isEqualTo(3.0);
        }

        @Test
        void ofTheWrongShapeOrTypeAreRefusedWhole() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.add(List.of("streams")))
                    .withMessageContaining("2 cells, but got 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.add(List.of("streams", "fast")))
                    .withMessage("column \"perf\" holds numbers, but got fast (String)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.add(List.of(1, 2)))
                    .withMessage("column \"backend\" holds text, but got 1 (Integer)");
            assertThat(table.rowCount()).isZero();
        }

        @Test
        void addedByTwoThreadsAreAllReadableAsSoonAsTheyCount() throws Exception {
            int each = 20_000;
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> writers =
                        List.of(threads.submit(() -> fill("a", each)), threads.submit(() -> fill("b", each)));
                Future<?> reader = threads.submit(() -> {
                    while (table.rowCount() < 2 * each) {
                        for (int row = Math.max(0, table.rowCount() - 10); row < table.rowCount(); row++) {
                            assertThat(table.get(row, "perf")).isNotNull();
                        }
                    }
                });
                for (Future<?> writer : writers) {
                    writer.get();
                }
                reader.get();
            } finally {
                threads.shutdownNow();
            }
            assertThat(table.rowCount()).isEqualTo(2 * each);
        }

        private void fill(String name, int count) {
            for (int i = 0; i < count; i++) {
                table.add(List.of(name, i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0.0, 0",
        "100, 100",
        "20240101, 20240101",
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "3.14159265, 3.14159",
        "1234567.8, 1234568",
        "0.0001, 0.0001",
        "0.00001234567, 1.23457e-5",
        "1e15, 1e15",
        "-2.5e300, -2.5e300",
        "Infinity, Infinity"
    })
    void textIsShortAndFaithful(double value, String expected) {
        table.add(List.of("x", value));

        assertThat(table.text(0, "perf")).isEqualTo(expected);
    }
}
