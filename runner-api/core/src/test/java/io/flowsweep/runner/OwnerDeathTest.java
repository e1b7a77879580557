package io.flowsweep.runner;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.ContractFlows;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a run when the program that owns it is killed. */
@Timeout(900)
class OwnerDeathTest {

    @TempDir
    Path folder;

    /** Runs one flow to its end, starts another that never ends, and prints the ids of both. */
    static final class Driver {
        public static void main(String[] args) throws InterruptedException {
            Runner bad =
                    Runner.of(ContractFlows.Bad.class).store(Path.of(args[0])).executor(args[2]);
            System.out.println(bad.parameter("how", "throw").run().id());
            System.out.println(bad.parameter("how", "child")
                    .parameter("witness", args[1])
                    .start()
                    .id());
            new CountDownLatch(1).await();
        }
    }

    private static List<String> temporary(String run) {
        return Stream.of(new File(System.getProperty("java.io.tmpdir")).list())
                .filter(name -> name.startsWith("flowsweep-" + run))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "worker"})
    void finishedRunsStayReadableAndTheOthersAreLostWithAllTheyStarted(String executor)
            throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        Path witness = folder.resolve("witness");
        Process driver = JavaProcess.start(Driver.class, store.toString(), witness.toString(), executor);
        BufferedReader output = driver.inputReader();
        String finished = output.readLine();
        String running = output.readLine();
        await("the run to work", () -> Files.exists(witness));
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(witness))).orElseThrow();
        ProcessHandle host = child.parent().orElseThrow();

        assertThat(temporary(running)).isNotEmpty();
        Run seenBefore = Client.at(store).flowNamed("Bad").run(running).orElseThrow();

        driver.destroyForcibly().waitFor();

        await("every process to be gone", () -> !ThisMachine.lives(host.pid()) && !ThisMachine.lives(child.pid()));
        Client client = Client.at(store);
        assertThat(seenBefore.state()).as("a snapshot").isEqualTo(RunState.RUNNING);
        Run failed = client.flowNamed("Bad").run(finished).orElseThrow();
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.failure().orElseThrow()).contains("no data");
        Run lost = client.flowNamed("Bad").run(running).orElseThrow();
        assertThat(lost.state()).isEqualTo(RunState.LOST);
        assertThat(lost.failure().orElseThrow())
                .contains("process " + driver.pid())
                .contains("died before it ended");
        assertThat(lost.data().get("before", int.class)).isEqualTo(1);
        await("its temporary files to be gone", () -> temporary(running).isEmpty());
    }
}
