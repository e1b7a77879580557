package io.flowsweep.benchmark;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what deployments cost; docs/benchmarks.md says how to start it and what came of it. Not run by a build. */
class DeployerBenchmark {

    private static final String SOURCE = """
            import io.flowsweep.flow.*;

            public class TwoSteps extends FlowSpec {
                record Settings(int number) {}

                @FlowConfig(defaultValue = "number = 0") Settings config;
                int result;

                @Step(next = "end") void start() { result = config.number() + 1; }
                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void createFiveHundred() throws IOException {
        Path source = Files.writeString(folder.resolve("TwoSteps.java"), SOURCE);
        create("500 by one Deployer, as a sweep does", Deployer.of(source).store(folder.resolve("one")), d -> d);
        create(
                "500, each by a Deployer that reads the source itself",
                Deployer.of(source),
                d -> Deployer.of(source).store(folder.resolve("many")));
        long start = System.nanoTime();
        List<DeployedFlow> all = Deployments.at(folder.resolve("one")).list();
        Measured.print("list " + all.size(), List.of(Measured.millisSince(start)), "ms");
    }

    private void create(String what, Deployer first, Function<Deployer, Deployer> each) {
        long start = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            each.apply(first)
                    .name("variant-" + i)
                    .config("config", Map.of("number", i))
                    .create();
        }
        Measured.print(what, List.of(Measured.millisSince(start) / 1000), "s");
    }

    @Test
    void triggerToTaskStart() throws IOException {
        Path source = Files.writeString(folder.resolve("TwoSteps.java"), SOURCE);
        for (String executor : List.of("process", "worker")) {
            DeployedFlow flow = Deployer.of(source)
                    .store(folder.resolve("store"))
                    .with(r -> r.executor(executor))
                    .name(executor)
                    .create();
            double cold = toTaskStart(flow);
            Double[] warm = new Double[20];
            for (int i = 0; i < warm.length; i++) {
                warm[i] = toTaskStart(flow);
            }
            Arrays.sort(warm);
            Measured.print(
                    "trigger to task start, " + executor + ": first, median, slowest of 20",
                    List.of(cold, warm[warm.length / 2], warm[warm.length - 1]),
                    "ms");
        }
    }

    private static double toTaskStart(DeployedFlow flow) {
        Instant before = Instant.now();
        TriggeredRun triggered = flow.trigger();
        if (triggered.await() != TriggeredStatus.SUCCEEDED) {
            throw new IllegalStateException(triggered.failure().orElse(""));
        }
        Run run = triggered.run().orElseThrow();
        Task start = run.step("start").task().orElseThrow();
        return Duration.between(before, start.startedAt()).toNanos() / 1e6;
    }
}
