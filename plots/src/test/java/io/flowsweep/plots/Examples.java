package io.flowsweep.plots;

import static io.flowsweep.plots.model.Channel.END;
import static io.flowsweep.plots.model.Channel.PARAMETERS;
import static io.flowsweep.plots.model.Channel.REPEAT;
import static io.flowsweep.plots.model.Channel.SERIES;
import static io.flowsweep.plots.model.Channel.START;
import static io.flowsweep.plots.model.Channel.STATE;
import static io.flowsweep.plots.model.Channel.VALUE;
import static io.flowsweep.plots.model.Channel.VARIANT;
import static io.flowsweep.plots.model.Channel.X;
import static io.flowsweep.plots.model.Channel.Y;

import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Tables as sweeps make them, and one chart of each kind: what the manual shows and what every renderer is tested with. */
public final class Examples {

    /** A chart with what it is drawn from. */
    public record Example(String name, ChartSpec spec, Table table) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Examples() {}

    /** At least one of each kind. */
    public static List<Example> all() {
        return List.of(
                new Example(
                        "line",
                        ChartSpec.line("cpu", "perf")
                                .withSeries("dim")
                                .with(STATE, "state")
                                .withLogY()
                                .withVariant("variant")
                                .withTitle("Squarings per second"),
                        matmul()),
                new Example(
                        "bar",
                        ChartSpec.bar("backend", "perf").withSeries("cpu").with(STATE, "state"),
                        backends()),
                new Example(
                        "scatter",
                        ChartSpec.of(ChartType.SCATTER, "duration", "accuracy").withSeries("optimizer"),
                        training()),
                new Example(
                        "box", ChartSpec.of(ChartType.BOX, "backend", "perf").withSeries("cpu"), backends()),
                new Example("histogram", ChartSpec.of(ChartType.HISTOGRAM).with(X, "accuracy"), training()),
                new Example(
                        "heatmap",
                        ChartSpec.of(ChartType.HEATMAP, "cpu", "dim")
                                .with(VALUE, "perf")
                                .with(VARIANT, "variant")
                                .with(STATE, "state")
                                .withLog(VALUE),
                        matmul()),
                new Example(
                        "contour",
                        ChartSpec.of(ChartType.CONTOUR, "learning_rate", "hidden")
                                .with(VALUE, "accuracy")
                                .withLogX()
                                .withTitle("Accuracy over the sampled space"),
                        training()),
                new Example(
                        "parallel",
                        ChartSpec.of(ChartType.PARALLEL)
                                .with(PARAMETERS, "learning_rate", "hidden", "optimizer", "dropout")
                                .with(VALUE, "accuracy"),
                        training()),
                new Example(
                        "slice",
                        ChartSpec.of(ChartType.SLICE)
                                .with(PARAMETERS, "learning_rate", "hidden", "optimizer", "dropout")
                                .with(Y, "accuracy"),
                        training()),
                new Example(
                        "speedup",
                        ChartSpec.of(ChartType.SPEEDUP, "cpu", "perf")
                                .withSeries("dim")
                                .withVariant("variant"),
                        matmul()),
                new Example(
                        "pareto",
                        ChartSpec.of(ChartType.PARETO, "latency", "accuracy").with(VARIANT, "model"),
                        models()),
                new Example("history", ChartSpec.of(ChartType.HISTORY, "variant", "accuracy"), training()),
                new Example(
                        "curves",
                        ChartSpec.of(ChartType.CURVES, "epoch", "loss")
                                .withSeries("optimizer")
                                .with(REPEAT, "seed")
                                .withTitle("Loss while training"),
                        curves()),
                new Example(
                        "timeline",
                        ChartSpec.of(ChartType.TIMELINE)
                                .with(START, "start")
                                .with(END, "end")
                                .with(Y, "slot")
                                .with(STATE, "state")
                                .with(VARIANT, "variant"),
                        timeline()),
                new Example(
                        "states",
                        ChartSpec.of(ChartType.STATES, "batch", "hidden")
                                .with(STATE, "state")
                                .with(SERIES, "error"),
                        failures()),
                new Example(
                        "difference",
                        ChartSpec.of(ChartType.DIFFERENCE)
                                .with(X, "backend", "cpu")
                                .with(Y, "perf")
                                .with(REPEAT, "repeat")
                                .withBaseline("streams · 1"),
                        backends()),
                new Example(
                        "importance",
                        ChartSpec.of(ChartType.IMPORTANCE)
                                .with(PARAMETERS, "learning_rate", "hidden", "optimizer", "dropout")
                                .with(Y, "accuracy"),
                        training()));
    }

    /** 5 repeats of 4 × 3 variants; two of them failed. */
    static Table matmul() {
        Table table = new Table(List.of(
                Column.number("variant"),
                Column.number("cpu"),
                Column.number("dim"),
                Column.number("repeat"),
                Column.number("perf", "1/s").towards(Goal.MAXIMIZE),
                Column.text("state")));
        Random random = new Random(1);
        int variant = 0;
        for (int cpu : new int[] {1, 2, 4, 8}) {
            for (int dim : new int[] {500, 1000, 1500}) {
                double serial = 30.0 / dim;
                double perf = 2e9 / Math.pow(dim, 3) / (serial + (1 - serial) / cpu);
                for (int repeat = 0; repeat < 5; repeat++) {
                    boolean failed = cpu == 8 && dim == 1500 && repeat > 2;
                    Double measured = failed ? null : (Double) (perf * (1 + 0.04 * random.nextGaussian()));
                    table.add(Arrays.asList(variant, cpu, dim, repeat, measured, failed ? "failed" : "succeeded"));
                }
                variant++;
            }
        }
        return table;
    }

    /** 4 implementations with 1 and 4 processors, 8 repeats each. */
    static Table backends() {
        Table table = new Table(List.of(
                Column.text("backend"),
                Column.number("cpu"),
                Column.number("repeat"),
                Column.number("perf", "GFLOP/s").towards(Goal.MAXIMIZE),
                Column.text("state")));
        Random random = new Random(2);
        double[] speeds = {10, 10.2, 14, 6};
        String[] names = {"streams", "fork-join", "vector api", "virtual threads"};
        for (int repeat = 0; repeat < 8; repeat++) {
            double day = 1 + 0.05 * random.nextGaussian();
            for (int i = 0; i < names.length; i++) {
                for (int cpu : new int[] {1, 4}) {
                    double perf = speeds[i] * Math.sqrt(cpu) * day * (1 + 0.01 * random.nextGaussian());
                    boolean stuck = i == 2 && cpu == 4 && repeat == 5;
                    table.add(Arrays.asList(names[i], cpu, repeat, stuck ? perf / 2 : perf, "succeeded"));
                }
            }
        }
        return table;
    }

    /** 150 sampled trainings. */
    static Table training() {
        Table table = new Table(List.of(
                Column.number("variant"),
                Column.number("learning_rate"),
                Column.number("hidden"),
                Column.text("optimizer"),
                Column.number("dropout"),
                Column.number("accuracy").towards(Goal.MAXIMIZE),
                Column.number("duration", "s")));
        Random random = new Random(3);
        for (int i = 0; i < 150; i++) {
            double rate = Math.pow(10, -4 + 4 * random.nextDouble());
            double hidden = Math.rint(8 + 248 * random.nextDouble());
            String optimizer = random.nextBoolean() ? "sgd" : "adam";
            double dropout = Math.rint(5 * random.nextDouble()) / 10;
            double best = optimizer.equals("sgd") ? -1 : -2.2;
            double accuracy = 0.97
                    - 0.12 * Math.pow(Math.log10(rate) - best, 2) / 2
                    - 0.1 * Math.exp(-hidden / 60)
                    - 0.05 * Math.abs(dropout - 0.2)
                    + 0.01 * random.nextGaussian();
            table.add(Arrays.asList(
                    i,
                    rate,
                    hidden,
                    optimizer,
                    dropout,
                    Math.max(0.1, accuracy),
                    2 + hidden / 20 + (optimizer.equals("adam") ? 3 : 0) + random.nextDouble()));
        }
        return table;
    }

    /** 12 models with 4 repeats each: slower ones are better, mostly. */
    static Table models() {
        Table table = new Table(List.of(
                Column.text("model"),
                Column.number("latency", "ms").towards(Goal.MINIMIZE),
                Column.number("accuracy", "%").towards(Goal.MAXIMIZE)));
        Random random = new Random(4);
        for (int i = 0; i < 12; i++) {
            double latency = 5 + 4 * i;
            double accuracy = 95 - 40 / Math.sqrt(latency) - (i % 3 == 1 ? 4 : 0);
            for (int repeat = 0; repeat < 4; repeat++) {
                table.add(List.of(
                        "net-" + (i + 1), latency + random.nextGaussian(), accuracy + 0.6 * random.nextGaussian()));
            }
        }
        return table;
    }

    /** 2 optimizers with 6 seeds, 40 epochs. */
    static Table curves() {
        Table table = new Table(List.of(
                Column.number("epoch"), Column.text("optimizer"), Column.number("seed"), Column.number("loss")));
        Random random = new Random(5);
        for (String optimizer : new String[] {"sgd", "adam"}) {
            for (int seed = 0; seed < 6; seed++) {
                double rate = (optimizer.equals("adam") ? 0.12 : 0.06) * (1 + 0.2 * random.nextGaussian());
                for (int epoch = 1; epoch <= 40; epoch++) {
                    double loss = 0.2 + 2 * Math.exp(-rate * epoch) + 0.03 * random.nextGaussian();
                    table.add(List.of(epoch, optimizer, seed, loss));
                }
            }
        }
        return table;
    }

    /** 24 runs on 4 slots. */
    static Table timeline() {
        Table table = new Table(List.of(
                Column.number("variant"),
                Column.number("start", "s"),
                Column.number("end", "s"),
                Column.number("slot"),
                Column.text("state")));
        Random random = new Random(6);
        double[] free = new double[4];
        for (int i = 0; i < 24; i++) {
            int slot = 0;
            for (int s = 1; s < 4; s++) {
                slot = free[s] < free[slot] ? s : slot;
            }
            double duration = 3 + 9 * random.nextDouble();
            String state = i % 11 == 7 ? "failed" : i % 9 == 5 ? "timed_out" : "succeeded";
            table.add(List.of(i, 100 + free[slot], 100 + free[slot] + duration, slot + 1, state));
            free[slot] += duration + 0.3;
        }
        return table;
    }

    /** 6 × 4 combinations with 3 repeats: large ones run out of memory. */
    static Table failures() {
        Table table = new Table(
                List.of(Column.number("batch"), Column.number("hidden"), Column.text("state"), Column.text("error")));
        for (int batch : new int[] {128, 256, 512, 1024, 2048, 4096}) {
            for (int hidden : new int[] {64, 128, 256, 512}) {
                for (int repeat = 0; repeat < 3; repeat++) {
                    long size = (long) batch * hidden;
                    if (size > 600_000 || size > 400_000 && repeat == 1) {
                        table.add(List.of(batch, hidden, "failed", "OutOfMemoryError: Java heap space"));
                    } else if (batch == 128 && hidden == 512) {
                        table.add(List.of(batch, hidden, "timed_out", ""));
                    } else {
                        table.add(List.of(batch, hidden, "succeeded", ""));
                    }
                }
            }
        }
        return table;
    }
}
