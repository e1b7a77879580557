package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code watch} shows on a terminal, which {@code script} plays. */
@Timeout(600)
class WatchTest {

    @TempDir
    Path folder;

    private String watch(int columns, String... options) throws IOException {
        String command = "watch " + String.join(" ", options);
        Path log = folder.resolve("terminal.log");
        CommandLineProcess process = CommandLineProcess.start(
                List.of("sh", "-c", "script -qec \"$(printf '\"%s\" ' \"$@\")\" \"$0\" < /dev/null", log.toString()),
                folder,
                Map.of("COLUMNS", Integer.toString(columns)),
                command.strip().split(" "));
        assertThat(process.result().exitCode()).isZero();
        return Files.readString(log);
    }

    @Test
    void drawsAChartAsWideAsTheTerminal() throws IOException {
        GatedSweep sweep = new GatedSweep(folder);
        sweep.letGo(0, 1, 2, 3, 4, 5);
        CommandLineProcess.run(folder, "run", "gated.conf");

        for (int columns : new int[] {50, 120}) {
            String shown = watch(columns, "gated", "--chart", "2");
            List<String> chart = shown.lines()
                    .dropWhile(line -> !line.contains("line chart of score"))
                    .takeWhile(line -> !line.isBlank())
                    .toList();
            assertThat(chart).anyMatch(line -> line.codePoints().anyMatch(c -> 0x2800 < c && c < 0x2900));
            assertThat(chart).allMatch(line -> line.length() <= columns);
            assertThat(chart).anyMatch(line -> line.length() > columns * 0.7);
        }
    }

    @Test
    void refusesAChartThatTheSweepDoesNotHave() throws IOException {
        GatedSweep sweep = new GatedSweep(folder);
        sweep.letGo(0, 1, 2, 3, 4, 5);
        CommandLineProcess.run(folder, "run", "gated.conf");

        Result result = CommandLineProcess.run(folder, "watch", "--chart", "7");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no chart 7", "a number from 0, for none, to ");
    }
}
