package io.flowsweep.command;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is killed, driver or command, takes all processes of the command along, also those that have left its group. */
@Timeout(900)
class CommandDeathTest {

    @TempDir
    Path folder;

    /** Starts a command, and sleeps. */
    static final class Driver {

        public static void main(String[] args) throws InterruptedException {
            String line = "sleep 300 & echo $! >> pids; setsid sleep 300 & echo $! >> pids; echo $$ >> pids; mv pids "
                    + args[1] + "; wait";
            CommandFlow flow = CommandFlow.ofShell(line).name("sleeps").inputs();
            Runner.of(flow).store(Path.of(args[0])).start();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void leavesNoProcess() throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        Path witness = folder.resolve("witness");
        Process driver = JavaProcess.start(Driver.class, store.toString(), witness.toString());
        await("the command to work", () -> Files.exists(witness));
        List<Long> processes =
                Files.readAllLines(witness).stream().map(Long::valueOf).toList();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(2);
        driver.destroyForcibly().waitFor();

        await("every process to be gone", () -> processes.stream().noneMatch(ThisMachine::lives));
        Run run = Client.at(store).flowNamed("sleeps").runs().findFirst().orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.LOST);
    }

    /** A pipe, a process in the background, and one of a session of its own whose parent has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"terminated", "killed"})
    void ofACommandLeavesNoProcess(String how) throws IOException {
        String mark = "300." + Math.floorMod(System.nanoTime(), 1_000_000_000);
        Path started = folder.resolve("started");
        String line = "sleep @ | cat & (setsid sleep @ &); sleep @ & echo $$ > draft; mv draft " + started + "; wait";
        CommandFlow flow =
                CommandFlow.ofShell(line.replace("@", mark)).name("sleeps").inputs();
        ExecutingRun run = Runner.of(flow).store(folder.resolve("store")).start();
        await("the command to work", () -> Files.exists(started) && alive(mark) == 3);

        if (how.equals("killed")) {
            ProcessHandle.of(Long.parseLong(Files.readString(started).strip()))
                    .orElseThrow()
                    .destroyForcibly();
        } else {
            run.terminate();
        }
        await("every process to be gone", () -> alive(mark) == 0);
        run.await();
        assertThat(run.run().state()).isEqualTo(how.equals("killed") ? RunState.FAILED : RunState.TERMINATED);
    }

    private static long alive(String mark) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(words -> List.of(words).equals(List.of(mark)))
                        .orElse(false))
                .count();
    }
}
