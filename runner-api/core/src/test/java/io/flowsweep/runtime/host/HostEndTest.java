package io.flowsweep.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.testing.Conditions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host ends when its run does, whatever the flow has left, and what the flow wanted done at the end is done. */
@Timeout(900)
class HostEndTest {

    @TempDir
    Path folder;

    /** Leaves a thread, and something to do when its JVM ends. */
    public static class Leaving extends FlowSpec {

        @Parameter
        String how;

        @Parameter
        String file;

        @Step(next = "end")
        void start() {
            Path farewell = Path.of(file);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> farewell.toFile().mkdir()));
            switch (how) {
                case "a thread" -> endless(false).start();
                case "a daemon" -> endless(true).start();
                default -> {
                    // nothing
                }
            }
        }

        @Step
        void end() {}

        private static Thread endless(boolean daemon) {
            Thread thread = new Thread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(daemon);
            return thread;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a daemon", "a thread"})
    void aHostEndsInOrderWhateverIsLeft(String how) {
        Path farewell = folder.resolve("farewell");

        ExecutingRun run = Runner.of(Leaving.class)
                .executor("process")
                .store(folder.resolve("store"))
                .parameter("how", how)
                .parameter("file", farewell.toString())
                .run();

        assertThat(run.status()).isEqualTo(RunState.SUCCEEDED);
        Conditions.await("the flow's last words", () -> Files.exists(farewell));
    }
}
