package io.flowsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow may start a driver: that shares what the flow has leased, and does not wait for it. */
@Timeout(600)
class SweepWithinFlowTest {

    @TempDir
    Path folder;

    /** Has all processors of the machine, and starts a process that runs a sweep. */
    public static class Outer extends FlowSpec {

        record Settings(int cpu, List<String> command) {}

        @FlowConfig
        Settings config;

        Integer code;

        @Step(next = "end")
        @Resources(cpu = "${config.cpu}")
        void start() throws IOException, InterruptedException {
            code = new ProcessBuilder(config.command()).inheritIO().start().waitFor();
        }

        @Step
        void end() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "worker"})
    void sharesWhatTheFlowHas(String executor) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CommandSweepTest.InnerSweep.class.getName(),
                folder.toString(),
                "inner");
        SweepRun run = Sweep.of(Outer.class)
                .config(Map.of("cpu", Runtime.getRuntime().availableProcessors(), "command", command))
                .metrics(Map.of("code", "code"))
                .run(SweepOptions.defaults()
                        .executor(executor)
                        .store(folder.resolve("store"))
                        .results(folder.resolve("results")));
        assertThat(run.await().succeeded()).isEqualTo(1);
        assertThat(run.results().get(0, "code")).isEqualTo(0.0);
    }
}
