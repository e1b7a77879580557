package io.flowsweep.plots.benchmark;

import static io.flowsweep.plots.model.Channel.END;
import static io.flowsweep.plots.model.Channel.PARAMETERS;
import static io.flowsweep.plots.model.Channel.REPEAT;
import static io.flowsweep.plots.model.Channel.START;
import static io.flowsweep.plots.model.Channel.STATE;
import static io.flowsweep.plots.model.Channel.VALUE;
import static io.flowsweep.plots.model.Channel.VARIANT;
import static io.flowsweep.plots.model.Channel.X;
import static io.flowsweep.plots.model.Channel.Y;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.render.Renderers;
import io.flowsweep.plots.render.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long the charts of a large sweep take; see docs/benchmarks.md. Not part of a build. */
class ChartsBenchmark {

    private static final List<ChartSpec> REPORT = List.of(
            ChartSpec.line("cpu", "perf").withSeries("dim"),
            ChartSpec.of(ChartType.HEATMAP, "cpu", "dim").with(VALUE, "perf"),
            ChartSpec.bar("backend", "perf").withSeries("cpu"),
            ChartSpec.of(ChartType.BOX, "backend", "perf"),
            ChartSpec.of(ChartType.HISTOGRAM).with(X, "perf"),
            ChartSpec.of(ChartType.SCATTER, "cost", "perf").withSeries("backend"),
            ChartSpec.of(ChartType.CONTOUR, "rate", "dim").with(VALUE, "perf"),
            ChartSpec.of(ChartType.PARALLEL)
                    .with(PARAMETERS, "cpu", "dim", "rate", "backend")
                    .with(VALUE, "perf"),
            ChartSpec.of(ChartType.SLICE)
                    .with(PARAMETERS, "cpu", "dim", "rate", "backend")
                    .with(Y, "perf"),
            ChartSpec.of(ChartType.SPEEDUP, "cpu", "perf").withSeries("dim"),
            ChartSpec.of(ChartType.PARETO, "cost", "perf"),
            ChartSpec.of(ChartType.HISTORY, "variant", "perf"),
            ChartSpec.of(ChartType.STATES, "cpu", "dim"),
            ChartSpec.of(ChartType.DIFFERENCE).with(X, "variant").with(Y, "perf"),
            ChartSpec.of(ChartType.IMPORTANCE)
                    .with(PARAMETERS, "cpu", "dim", "rate", "backend")
                    .with(Y, "perf"));

    @Test
    void reportOfAThousandVariants() throws IOException {
        Table table = table();
        fill(table, 1000, 5);
        for (int round = 0; round < 3; round++) {
            long start = now();
            List<ChartModel> models = REPORT.stream()
                    .map(spec -> Aggregation.of(known(spec), table))
                    .toList();
            print(REPORT.size() + " models of 1,000 variants, 5 repeats", start);
            for (String format : List.of("png", "svg", "pdf", "json", "txt")) {
                start = now();
                long bytes = 0;
                for (ChartModel model : models) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    Renderers.named(format).render(model, Size.DEFAULT, out);
                    bytes += out.size();
                }
                print("  drawn as " + format + ", " + bytes / 1000 + " kB", start);
            }
        }
    }

    @Test
    void hundredThousandRowsWhileTheyArrive() {
        for (int round = 0; round < 3; round++) {
            Table table = table();
            Aggregation line = new Aggregation(known(REPORT.get(0)), table);
            long start = now();
            for (int part = 0; part < 200; part++) {
                fill(table, 100, 5);
                line.model();
            }
            print("100,000 rows, a line chart's model after every 500", start);
        }
    }

    @Test
    void everyKindOfAHundredThousandRows() throws IOException {
        Table table = table();
        fill(table, 20_000, 5);
        List<ChartSpec> all = new ArrayList<>(REPORT);
        all.add(ChartSpec.of(ChartType.CURVES, "rate", "perf").withSeries("backend"));
        all.add(ChartSpec.of(ChartType.TIMELINE)
                .with(START, "variant")
                .with(END, "end")
                .with(Y, "cpu"));
        for (int round = 0; round < 2; round++) {
            for (ChartSpec spec : all) {
                row(known(spec), table);
            }
        }
    }

    /** Prints what one chart takes: the model, each format with its size, and the heap that is in use for it at most. */
    private static void row(ChartSpec spec, Table table) throws IOException {
        long before = inUse();
        long start = now();
        Aggregation aggregation = new Aggregation(spec, table);
        ChartModel model = aggregation.model();
        StringBuilder line = new StringBuilder("%-11s model %5.2f s".formatted(spec.type(), (now() - start) / 1e9));
        line.append(" %4d MB".formatted((inUse() - before) / 1_000_000));
        for (String format : List.of("png", "svg", "pdf", "json", "txt")) {
            long began = now();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Renderers.named(format).render(model, Size.DEFAULT, out);
            line.append("  %s %5.2f s %6d kB".formatted(format, (now() - began) / 1e9, out.size() / 1000));
        }
        System.out.println(line);
        Reference.reachabilityFence(aggregation);
    }

    private static long inUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static ChartSpec known(ChartSpec spec) {
        return spec.with(VARIANT, "variant").with(REPEAT, "repeat").with(STATE, "state");
    }

    private static Table table() {
        return new Table(List.of(
                Column.number("variant"),
                Column.number("cpu"),
                Column.number("dim"),
                Column.number("rate"),
                Column.text("backend"),
                Column.number("repeat"),
                Column.number("perf", "1/s").towards(Goal.MAXIMIZE),
                Column.number("cost").towards(Goal.MINIMIZE),
                Column.number("end", "s"),
                Column.text("state")));
    }

    private static void fill(Table table, int variants, int repeats) {
        Random random = new Random(1);
        int first = table.rowCount();
        for (int i = 0; i < variants; i++) {
            int cpu = 1 << i % 5;
            int dim = 100 * (1 + i / 5 % 10);
            double rate = random.nextDouble();
            String backend = "backend-" + i / 50 % 4;
            for (int repeat = 0; repeat < repeats; repeat++) {
                double perf = 1e5 * Math.pow(cpu, 0.9) / dim * (1 + rate) * (1 + 0.05 * random.nextGaussian());
                table.add(List.of(
                        first + i,
                        cpu,
                        dim,
                        rate,
                        backend,
                        repeat,
                        perf,
                        cpu * (1 + random.nextDouble()),
                        first + i + 20 * random.nextDouble(),
                        "succeeded"));
            }
        }
    }

    /** Of this thread: others' work does not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, long start) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s of CPU (load %.1f)%n",
                what,
                (now() - start) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
