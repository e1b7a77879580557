package io.flowsweep.command;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.Runner;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A driver that is killed takes its commands with it, also those of their processes that have left the group. */
@Timeout(120)
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
        List<ProcessHandle> processes = Files.readAllLines(witness).stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(2);
        driver.destroyForcibly().waitFor();

        await("every process to be gone", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        Run run = Client.at(store).flowNamed("sleeps").runs().findFirst().orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.LOST);
    }
}
