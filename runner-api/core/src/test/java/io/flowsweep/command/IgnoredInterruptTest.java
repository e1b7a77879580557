package io.flowsweep.command;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a script starts in the background ignores INT, as does all that it starts, unless somebody sees to it. */
@Timeout(900)
class IgnoredInterruptTest {

    @TempDir
    Path folder;

    /** Ends a command that has much time to notice an INT, and none of its own when it does not. */
    static final class Driver {

        public static void main(String[] args) {
            Path started = Path.of(args[0], "started");
            String line = "trap 'echo asked > " + args[0] + "/asked; exit 1' INT; : > " + started
                    + "; while :; do sleep 0.05; done";
            CommandFlow flow =
                    CommandFlow.ofShell(line).name("waits").inputs().graces(Duration.ofHours(1), Duration.ofHours(1));
            ExecutingRun run = Runner.of(flow).store(Path.of(args[0], "store")).start();
            await("the command to work", () -> Files.exists(started));
            run.terminate();
        }
    }

    @Test
    void reachesACommandOfADriverThatIgnoresIt() throws IOException, InterruptedException {
        Process driver = new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' INT QUIT; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Driver.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(driver.waitFor()).isZero();
        assertThat(folder.resolve("asked")).exists();
    }
}
