package io.flowsweep.cli.bench;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What {@code flowsweep bench} has measured, as people read it: to three digits, for more would promise too much. */
final class BenchTables {

    private static final MathContext DIGITS = new MathContext(3);

    /**
     * A column and what stands in it.
     *
     * @param value of a row; null when it is not known
     */
    private record Filled<R>(Column column, Function<R, Object> value) {}

    private BenchTables() {}

    static Table executors(List<Benchmark.Row> rows) {
        return table(
                rows,
                List.of(
                        name(Benchmark.Row::name),
                        count("variants", Benchmark.Row::variants),
                        measured(Column.number("first", "s"), Benchmark.Row::first),
                        measured(Column.number("rate", "1/s"), Benchmark.Row::perSecond),
                        measured(Column.number("CPU each", "ms"), Benchmark.Row::cpuMillis),
                        ratio("CPU / hello", Benchmark.Row::timesHello),
                        ratio("CPU / inline", Benchmark.Row::timesInline),
                        ratio("rate / Metaflow", Benchmark.Row::timesMetaflow),
                        count("files each", Benchmark.Row::files),
                        megabytes("driver", Benchmark.Row::driverMegabytes)));
    }

    static Table driver(List<DriverBenchmark.Row> rows) {
        return table(
                rows,
                List.of(
                        count("variants", DriverBenchmark.Row::variants),
                        measured(Column.number("start", "s"), DriverBenchmark.Row::start),
                        measured(Column.number("rate", "1/s"), DriverBenchmark.Row::perSecond),
                        measured(Column.number("CPU each", "ms"), DriverBenchmark.Row::cpuMillis),
                        measured(Column.number("of it live", "%"), row -> 100 * row.live()),
                        count("files each", DriverBenchmark.Row::files),
                        megabytes("driver", DriverBenchmark.Row::megabytes),
                        measured(Column.number("resume check", "s"), DriverBenchmark.Row::resume)));
    }

    static Table metaflow(List<MetaflowBenchmark.Row> rows) {
        return table(
                rows,
                List.of(
                        name(MetaflowBenchmark.Row::name),
                        count("at a time", MetaflowBenchmark.Row::atATime),
                        count("variants", MetaflowBenchmark.Row::variants),
                        measured(Column.number("first", "s"), MetaflowBenchmark.Row::first),
                        measured(Column.number("rate", "1/s"), MetaflowBenchmark.Row::perSecond),
                        measured(Column.number("CPU each", "ms"), MetaflowBenchmark.Row::cpuMillis),
                        measured(Column.number("CPU / itself"), MetaflowBenchmark.Row::cpuToItself),
                        measured(Column.number("rate / itself"), MetaflowBenchmark.Row::rateToItself),
                        measured(Column.number("rate / Runner"), MetaflowBenchmark.Row::rateToRunner),
                        count("files each", MetaflowBenchmark.Row::files)));
    }

    private static <R> Table table(List<R> rows, List<Filled<R>> columns) {
        Table table = new Table(columns.stream().map(Filled::column).toList());
        for (R row : rows) {
            table.add(Arrays.asList(
                    columns.stream().map(column -> column.value().apply(row)).toArray()));
        }
        return table;
    }

    private static <R> Filled<R> name(Function<R, String> value) {
        return new Filled<>(Column.text("what"), value::apply);
    }

    private static <R> Filled<R> count(String name, ToLongFunction<R> value) {
        return new Filled<>(Column.number(name), row -> (double) value.applyAsLong(row));
    }

    private static <R> Filled<R> measured(Column column, ToDoubleFunction<R> value) {
        return new Filled<>(column, row -> rounded(value.applyAsDouble(row)));
    }

    private static <R> Filled<R> ratio(String name, Function<R, Optional<Double>> value) {
        return new Filled<>(
                Column.number(name),
                row -> value.apply(row).map(BenchTables::rounded).orElse(null));
    }

    /** Of memory; 0 stands for not known. */
    private static <R> Filled<R> megabytes(String name, ToDoubleFunction<R> value) {
        return new Filled<>(Column.number(name, "MB"), row -> {
            double megabytes = value.applyAsDouble(row);
            return megabytes == 0 ? null : rounded(megabytes);
        });
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }
}
