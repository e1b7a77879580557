package io.flowsweep.benchmark;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.RunFilter;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.PoolResult;
import io.flowsweep.runner.Runner;
import io.flowsweep.runner.RunnerPool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what runs and their records cost; docs/benchmarks.md says how to start it and what came of it. Not run by a build. */
class RunnerBenchmark {

    /** Two steps, a config, a parameter and three artifacts. */
    public static class TwoSteps extends FlowSpec {
        record Settings(int cpu, String name) {}

        @FlowConfig(defaultValue = "cpu = 1, name = x")
        Settings config;

        @Parameter
        int seed = 1;

        int number;
        String text;
        List<Double> values;

        @Step(next = "end")
        void start() {
            number = config.cpu() + seed;
            text = config.name() + number;
            values = List.of(1.5, 2.5, 3.5);
        }

        @Step
        void end() {
            number++;
        }
    }

    /** A foreach over 1,000 trivial tasks. */
    public static class Wide extends FlowSpec {
        List<Integer> items;
        int square;
        long sum;

        @Step(next = "work", foreach = "items")
        void start() {
            items = IntStream.range(0, 1000).boxed().toList();
        }

        @Step(next = "join")
        void work() {
            int item = input();
            square = item * item + 1;
        }

        @Step(next = "end")
        void join(Inputs<Wide> inputs) {
            sum = inputs.stream().mapToLong(i -> i.square).sum();
        }

        @Step
        void end() {}
    }

    @TempDir
    Path folder;

    @Test
    void twoStepFlowsInline() {
        Runner runner = Runner.of(TwoSteps.class).store(folder).executor("inline");
        for (int round = 1; round <= 5; round++) {
            int runs = 2000;
            Watch watch = new Watch();
            try (RunnerPool pool = RunnerPool.of(4)) {
                check(pool.map(
                        numbers(runs),
                        n -> runner.parameter("seed", n).config("config", Map.of("cpu", n, "name", "y"))));
            }
            watch.print("two steps, inline, 4 at a time, round " + round, runs, "run");
        }
        Watch watch = new Watch();
        for (int i = 0; i < 1000; i++) {
            runner.parameter("seed", i).run();
        }
        watch.print("two steps, inline, one after the other", 1000, "run");
    }

    @Test
    void foreachOverAThousandTasksInline() throws IOException {
        Runner runner = Runner.of(Wide.class).store(folder).executor("inline");
        for (int round = 1; round <= 5; round++) {
            Watch watch = new Watch();
            ExecutingRun run = runner.run();
            watch.print("foreach over 1,000 tasks, inline, round " + round, 1, "run");
            if (run.status() != RunState.SUCCEEDED) {
                throw new IllegalStateException(run.run().failure().orElse(""));
            }
            try (Stream<Path> files =
                    Files.list(folder.resolve("flows/Wide/runs").resolve(run.id()))) {
                System.out.println("    files of the run: " + files.count());
            }
        }
    }

    @Test
    void listTenThousandRuns() {
        Runner runner = Runner.of(TwoSteps.class).store(folder).executor("inline");
        try (RunnerPool pool = RunnerPool.of(4)) {
            check(pool.map(numbers(10_000), n -> runner.parameter("seed", n).tag("n:" + n % 10)));
        }
        for (int round = 1; round <= 3; round++) {
            Watch watch = new Watch();
            long found = Client.at(folder).flowNamed("TwoSteps").runs("n:3").count();
            watch.print("list " + found + " of 10,000 runs by tag, round " + round, 10_000, "run");
            Watch second = new Watch();
            long good = Client.at(folder)
                    .flowNamed("TwoSteps")
                    .runs(RunFilter.all().in(RunState.SUCCEEDED))
                    .mapToLong(run -> run.duration().toMillis() >= 0 ? 1 : 0)
                    .sum();
            second.print("list " + good + " runs by state, with durations, round " + round, 10_000, "run");
            Watch third = new Watch();
            Client.at(folder).flowNamed("TwoSteps").latestRun().map(Run::id).orElseThrow();
            third.print("the latest of 10,000 runs, round " + round, 1, "call");
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void check(Stream<PoolResult<Integer>> results) {
        results.filter(result -> !result.succeeded()).findAny().ifPresent(result -> {
            throw new IllegalStateException(result + ": " + result.run().failure());
        });
    }

    /** Wall time and the CPU time of this process. */
    private static final class Watch {

        private final long wall = System.nanoTime();
        private final long cpu = cpuNanos();

        void print(String what, int count, String unit) {
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            double cpuSeconds = (cpuNanos() - cpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.3f s wall, %.3f s CPU; %.0f %ss/s; %.3f ms CPU a %s; load %.1f%n",
                    what,
                    wallSeconds,
                    cpuSeconds,
                    count / wallSeconds,
                    unit,
                    cpuSeconds / count * 1000,
                    unit,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }

        private static long cpuNanos() {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
    }
}
