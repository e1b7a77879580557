package io.flowsweep.plots.render;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Examples;
import io.flowsweep.plots.Examples.Example;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The models that renderers are tested with. */
final class Models {

    record Sample(String name, ChartModel model) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final ChartSpec LINE = ChartSpec.line("x", "y");
    private static final ChartSpec BAR = ChartSpec.bar("x", "y");
    private static final ChartSpec NAMES = ChartSpec.line("name", "y");

    private Models() {}

    /** Each kind of chart, and everything that is odd. */
    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Example example : Examples.all()) {
            samples.add(new Sample(example.name(), Aggregation.of(example.spec(), example.table())));
            Table empty = new Table(example.table().columns());
            samples.add(new Sample(example.name() + " without rows", Aggregation.of(example.spec(), empty)));
        }
        samples.addAll(odd());
        return samples;
    }

    /** @throws java.util.NoSuchElementException when there is no such sample */
    static ChartModel named(String name) {
        return samples().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .model();
    }

    private static List<Sample> odd() {
        return List.of(
                new Sample("matmul", matmul()),
                new Sample("bars", bars()),
                new Sample("category lines", categoryLines()),
                sample("no rows", LINE.withSeries("s"), t -> {}),
                sample("no rows of bars", BAR.withSeries("s"), t -> {}),
                sample("no rows of categories", NAMES, t -> {}),
                sample("no values", BAR, t -> row(t, 1, "a", "s", null)),
                sample("one point", LINE, t -> row(t, 1, "a", "s", 3)),
                sample("one point at zero", LINE, t -> row(t, 0, "a", "s", 0)),
                sample("one bar", BAR, t -> row(t, 1, "a", "s", 3)),
                sample("negative bars", BAR, t -> rows(t, -3, 4, 0)),
                sample("a gap", LINE, t -> rows(t, 1, 2, null, 3, 4)),
                sample("a gap between categories", NAMES, t -> rows(t, 1, 2, null, 3, 4)),
                sample("log axes", LINE.withLogX().withLogY(), t -> rows(t, 1e-9, 10, 1e12)),
                sample("a narrow log axis", LINE.withLogY(), t -> rows(t, 3.1, 3.2, 3.3)),
                sample("a log axis without values", LINE.withLogY(), t -> rows(t, -1, 0)),
                sample("a whisker below a log axis", LINE.withLogY(), t -> {
                    row(t, 1, "a", "s", 1);
                    row(t, 1, "a", "s", 100);
                }),
                sample("huge values", LINE, t -> rows(t, -1.7e308, 1e300, 1.7e308)),
                sample("huge bars", BAR, t -> rows(t, 1.7e308, 1.6e308)),
                sample("tiny values", LINE, t -> rows(t, 5e-324, 1e-320, 2e-310)),
                sample("nearly equal values", LINE, t -> rows(t, 1e15, 1e15 + 0.125)),
                sample("many series", LINE.withSeries("s"), t -> {
                    for (int i = 0; i < 40; i++) {
                        row(t, i % 5, "a", "series " + i, i);
                    }
                }),
                sample("many categories", ChartSpec.bar("name", "y"), t -> {
                    for (int i = 0; i < 300; i++) {
                        row(t, i, "category " + i, "s", i);
                    }
                }),
                sample(
                        "odd names",
                        ChartSpec.bar("name", "y").withSeries("s").withTitle("<script>&\u0000\ud800]]>"),
                        t -> {
                            row(t, 1, "<script>alert(1)</script>", "", 1);
                            row(t, 1, "\u001b[31m\n\ufffe", " ", 2);
                            row(t, 1, "", "a & b \ud83d\ude80", 3);
                            row(t, 1, "x".repeat(5000), "y".repeat(5000), 3);
                        }));
    }

    /** 4 lines over cpu with whiskers; one row without a value. */
    static ChartModel matmul() {
        return Aggregation.of(ChartSpec.line("cpu", "perf").withSeries("dim").withTitle("Squarings"), matmulTable());
    }

    static ChartModel bars() {
        return Aggregation.of(ChartSpec.bar("cpu", "perf").withSeries("dim"), matmulTable());
    }

    /** 3 lines over 2 categories. */
    static ChartModel categoryLines() {
        Table table = table();
        for (String series : List.of("a", "b", "c")) {
            row(table, 1, "streams", series, series.hashCode());
            row(table, 1, "fork-join", series, series.hashCode() * 2);
        }
        return Aggregation.of(NAMES.withSeries("s"), table);
    }

    private static Table matmulTable() {
        Table table = new Table(List.of(Column.number("cpu"), Column.number("dim"), Column.number("perf", "1/s")));
        for (int cpu : List.of(1, 2)) {
            for (int dim : List.of(128, 256, 384, 512)) {
                for (int repeat = 0; repeat < 3; repeat++) {
                    table.add(List.of(cpu, dim, 1e6 * cpu / dim * (1 + 0.05 * repeat)));
                }
            }
        }
        table.add(Arrays.asList(2, 512, null));
        return table;
    }

    private static Table table() {
        return new Table(List.of(Column.number("x"), Column.text("name"), Column.text("s"), Column.number("y")));
    }

    private static Sample sample(String name, ChartSpec spec, Consumer<Table> rows) {
        Table table = table();
        rows.accept(table);
        return new Sample(name, Aggregation.of(spec, table));
    }

    private static void rows(Table table, Number... values) {
        for (int i = 0; i < values.length; i++) {
            row(table, i + 1, "category " + i, "s", values[i]);
        }
    }

    private static void row(Table table, Object... cells) {
        table.add(Arrays.asList(cells));
    }
}
