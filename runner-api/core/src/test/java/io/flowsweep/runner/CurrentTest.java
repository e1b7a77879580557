package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Project;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step is told by {@code current()}, and what it tells. */
@Timeout(900)
class CurrentTest {

    @TempDir
    Path folder;

    @Project("demo")
    @Resources(memory = "128MB")
    static class Telling extends FlowSpec {

        String told;
        Boolean scratchWasEmpty;
        String logger;

        @Step(next = "end")
        void start() throws Exception {
            told = String.join(
                    " ",
                    current().flow(),
                    current().step(),
                    current().taskId(),
                    current().project().orElseThrow(),
                    String.join(",", current().tags()));
            try (var files = Files.list(current().temporaryDirectory())) {
                scratchWasEmpty = files.findAny().isEmpty();
            }
            Files.writeString(current().temporaryDirectory().resolve("a"), "b");
            current().profile("square", () -> Math.sqrt(2));
            current().profile("square", () -> Math.sqrt(3));
            logger = current().logger().getName();
            current().logger().log(Level.INFO, "{0} of {1}", 1, 2);
            current().logger().log(Level.WARNING, "with {braces}");
            current().logger().log(Level.DEBUG, "never");
            current().logger().log(Level.ERROR, "it broke", new IOException("no room"));
        }

        @Step
        void end() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "inline"})
    void tellsWhereItIsAndHears(String executor) {
        Run run = Runner.of(Telling.class)
                .store(folder)
                .executor(executor)
                .tag("mine")
                .run()
                .run();

        assertThat(run.failure()).isEmpty();
        assertThat(run.data().get("told", String.class))
                .startsWith("Telling start start-1 demo ")
                .contains("mine")
                .contains("project:demo");
        assertThat(run.data().get("scratchWasEmpty", boolean.class)).isTrue();
        assertThat(run.data().get("logger", String.class)).isEqualTo("Telling.start");
        assertThat(run.metrics()).extracting(MetricValue::metric).containsExactly("square", "square");
        assertThat(run.metrics()).extracting(MetricValue::step).containsExactly(0.0, 1.0);
        assertThat(run.metrics())
                .extracting(MetricValue::value)
                .allSatisfy(seconds -> assertThat(seconds).isNotNegative());
        assertThat(run.log())
                .startsWith("INFO 1 of 2", "WARNING with {braces}", "ERROR it broke", "java.io.IOException: no room")
                .noneMatch(line -> line.contains("never"));
    }

    @Resources(memory = "128MB")
    static class Waiting extends FlowSpec {

        @Parameter
        String until = "";

        @Step(next = "end")
        void start() {
            current().report("loss", 1, 0.5);
            while (!Files.exists(Path.of(until))) {
                LockSupport.parkNanos(1_000_000);
            }
            current().report("loss", 2, 0.25);
        }

        @Step
        void end() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "inline"})
    void reportsAreReadableWhileTheTaskRuns(String executor) throws IOException {
        Path signal = folder.resolve("signal");
        try (ExecutingRun run = Runner.of(Waiting.class)
                .store(folder.resolve("store"))
                .executor(executor)
                .parameter("until", signal.toString())
                .start()) {
            List<MetricValue> seen = List.of();
            while (seen.isEmpty() && !run.status().ended()) {
                seen = run.run().metrics();
                LockSupport.parkNanos(1_000_000);
            }

            assertThat(seen).extracting(MetricValue::value).containsExactly(0.5);
            assertThat(run.run().state()).isEqualTo(RunState.RUNNING);
            Files.createFile(signal);
            run.await();
            assertThat(run.run().metrics()).extracting(MetricValue::value).containsExactly(0.5, 0.25);
        }
    }
}
