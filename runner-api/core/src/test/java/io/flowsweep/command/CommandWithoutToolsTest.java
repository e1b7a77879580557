package io.flowsweep.command;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.os.SearchPath;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands where there is neither {@code setsid} nor {@code taskset}, as on macOS: of a driver whose PATH has none. */
@Timeout(900)
class CommandWithoutToolsTest {

    @TempDir
    Path folder;

    /** Runs a line; is told whether to end it, to stay beside it, or to await it. */
    static final class Driver {

        public static void main(String[] args) throws InterruptedException, IOException {
            CommandFlow flow = CommandFlow.ofShell(args[1]).name("bare").inputs();
            ExecutingRun run = Runner.of(flow)
                    .store(Path.of(args[0], "store"))
                    .executor("inline")
                    .start();
            if (args[2].equals("stay")) {
                new CountDownLatch(1).await();
            } else if (args[2].equals("end")) {
                await("the command to work", () -> Files.exists(Path.of(args[0], "witness")));
                run.terminate();
            }
            System.out.println(run.await() + " " + run.run().data().values() + " " + run.stderr() + " "
                    + ProcessLimits.ofThisMachine().means().contains("taskset"));
        }
    }

    @BeforeEach
    void tools() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("sh", "sleep", "mv", "cat", "tr", "grep")) {
            Path found = SearchPath.of(System.getenv()).find(tool).orElseThrow();
            Files.copy(found.toRealPath(), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Process driver(String line, String how) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Driver.class.getName(),
                folder.toString(),
                line,
                how));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().remove(ProcessLimits.VARIABLE);
        return builder.start();
    }

    /** Of a command that stays, with a child in the background: both. */
    private String sleeps() {
        return "sleep 300 & echo $! >> pids; echo $$ >> pids; mv pids " + folder.resolve("witness") + "; wait";
    }

    private List<Long> processes() throws IOException {
        await("the command to work", () -> Files.exists(folder.resolve("witness")));
        return Files.readAllLines(folder.resolve("witness")).stream()
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void areRun() throws IOException, InterruptedException {
        assertThat(JavaProcess.output(driver("echo flowsweep n=1; echo hint >&2", "await")))
                .isEqualTo("SUCCEEDED {n=1.0} [hint] false");
    }

    @Test
    void endWithWhatTheyHaveStartedWhenTheyAreTold() throws IOException, InterruptedException {
        Process driver = driver(sleeps(), "end");
        List<Long> processes = processes();

        assertThat(JavaProcess.output(driver)).startsWith("TERMINATED");
        await("every process to be gone", () -> processes.stream().noneMatch(ThisMachine::lives));
    }

    @Test
    void endWithTheirDriver() throws IOException, InterruptedException {
        Process driver = driver(sleeps(), "stay");
        List<Long> processes = processes();
        assertThat(processes).hasSize(2);
        driver.destroyForcibly().waitFor();

        await("every process to be gone", () -> processes.stream().noneMatch(ThisMachine::lives));
    }
}
