package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window of a sweep that runs. */
@Timeout(600)
class WindowTest {

    /** The first series of every chart. */
    private static final String BLUE = "0072b2";

    @TempDir
    Path folder;

    private GatedSweep sweep;

    @BeforeEach
    void write() throws IOException {
        sweep = new GatedSweep(folder);
    }

    @Test
    void drawsChartsOnTheDisplayWhileTheSweepRuns() throws IOException, InterruptedException {
        try (VirtualDisplay display = VirtualDisplay.open()) {
            Map<String, String> environment = Map.of("DISPLAY", display.name());
            CommandLineProcess run =
                    CommandLineProcess.start(folder, environment, "run", "gated.conf", "--window", "--port", "0");
            sweep.letGo(0, 1, 2);

            assertThat(look(display)).as("a drawn series on the screen").isZero();

            sweep.letGo(3, 4, 5);
            Result result = run.result();
            assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
            assertThat(result.err()).isEmpty();
        }
    }

    private static int look(VirtualDisplay display) throws IOException, InterruptedException {
        List<String> command = JavaProcess.javaWithClassPath();
        command.addAll(List.of(ScreenProbe.class.getName(), BLUE, "20"));
        ProcessBuilder probe = new ProcessBuilder(command);
        probe.environment().put("DISPLAY", display.name());
        return probe.inheritIO().start().waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":54321"})
    void saysWhatToUseWhereThereIsNoDisplay(String display) throws IOException {
        Result result = CommandLineProcess.run(folder, Map.of("DISPLAY", display), "run", "gated.conf", "--window");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("there is no display to show a window on", "--ui")
                .doesNotContain("Exception");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
