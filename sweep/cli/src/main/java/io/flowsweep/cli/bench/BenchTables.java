package io.flowsweep.cli.bench;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code flowsweep bench} has measured, as people read it: to three digits, for more would promise too much. */
final class BenchTables {

    private static final MathContext DIGITS = new MathContext(3);

    private BenchTables() {}

    static Table executors(List<Benchmark.Row> rows) {
        Table table = new Table(List.of(
                Column.text("what"),
                Column.number("variants"),
                Column.number("first", "s"),
                Column.number("rate", "1/s"),
                Column.number("CPU each", "ms"),
                Column.number("CPU / hello"),
                Column.number("CPU / inline"),
                Column.number("rate / Metaflow"),
                Column.number("files each"),
                Column.number("driver", "MB")));
        for (Benchmark.Row row : rows) {
            table.add(Arrays.asList(
                    row.name(),
                    (double) row.variants(),
                    rounded(row.first()),
                    rounded(row.perSecond()),
                    rounded(row.cpuMillis()),
                    rounded(row.timesHello()),
                    rounded(row.timesInline()),
                    rounded(row.timesMetaflow()),
                    (double) row.files(),
                    known(row.driverMegabytes())));
        }
        return table;
    }

    static Table driver(List<DriverBenchmark.Row> rows) {
        Table table = new Table(List.of(
                Column.number("variants"),
                Column.number("start", "s"),
                Column.number("rate", "1/s"),
                Column.number("CPU each", "ms"),
                Column.number("of it live", "%"),
                Column.number("files each"),
                Column.number("driver", "MB"),
                Column.number("resume check", "s")));
        for (DriverBenchmark.Row row : rows) {
            table.add(Arrays.asList(
                    (double) row.variants(),
                    rounded(row.start()),
                    rounded(row.perSecond()),
                    rounded(row.cpuMillis()),
                    rounded(100 * row.live()),
                    (double) row.files(),
                    known(row.megabytes()),
                    rounded(row.resume())));
        }
        return table;
    }

    static Table metaflow(List<MetaflowBenchmark.Row> rows) {
        Table table = new Table(List.of(
                Column.text("what"),
                Column.number("at a time"),
                Column.number("variants"),
                Column.number("first", "s"),
                Column.number("rate", "1/s"),
                Column.number("CPU each", "ms"),
                Column.number("CPU / itself"),
                Column.number("rate / itself"),
                Column.number("rate / Runner"),
                Column.number("files each")));
        for (MetaflowBenchmark.Row row : rows) {
            table.add(Arrays.asList(
                    row.name(),
                    (double) row.atATime(),
                    (double) row.variants(),
                    rounded(row.first()),
                    rounded(row.perSecond()),
                    rounded(row.cpuMillis()),
                    rounded(row.cpuToItself()),
                    rounded(row.rateToItself()),
                    rounded(row.rateToRunner()),
                    (double) row.files()));
        }
        return table;
    }

    private static Double known(double megabytes) {
        return megabytes == 0 ? null : rounded(megabytes);
    }

    private static Double rounded(Optional<Double> value) {
        return value.map(BenchTables::rounded).orElse(null);
    }

    private static Double rounded(double value) {
        return Double.isFinite(value)
                ? (Double) new BigDecimal(value).round(DIGITS).doubleValue()
                : (Double) value;
    }
}
