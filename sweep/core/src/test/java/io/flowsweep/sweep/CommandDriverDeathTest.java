package io.flowsweep.sweep;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A driver that is killed leaves no process of a command, and the sweep goes on as if nothing had been. */
@Timeout(600)
class CommandDriverDeathTest {

    private static final String SWEEP = """
            flow { command = [sh, slow.sh], inputs = ["*.sh"] }
            config { n = 0 }
            grid { n { from = 1, to = 3 } }
            metrics { square { artifact = square } }
            charts = []
            """;

    @TempDir
    Path folder;

    /** Runs the sweep. */
    static final class Driver {

        public static void main(String[] args) {
            run(Path.of(args[0])).await();
        }
    }

    private static SweepRun run(Path folder) {
        return Sweep.load(folder.resolve("s.conf"))
                .run(SweepOptions.defaults()
                        .parallel(1)
                        .store(folder.resolve("store"))
                        .results(folder.resolve("results")));
    }

    @BeforeEach
    void files() throws IOException {
        Path group = folder.resolve("group");
        Path go = folder.resolve("go");
        Files.writeString(folder.resolve("slow.sh"), """
                n=$FLOWSWEEP_CONFIG_N
                if [ "$n" = 2 ] && ! [ -e %2$s ]; then
                  sleep 300 &
                  echo $$ > %1$s.draft && mv %1$s.draft %1$s
                  wait
                fi
                echo "flowsweep square=$((n * n))"
                """.formatted(group, go));
        Files.writeString(folder.resolve("s.conf"), SWEEP);
    }

    @Test
    void leavesNoProcessAndTheSameResults() throws IOException, InterruptedException {
        Process driver = JavaProcess.start(Driver.class, folder.toString());
        await("the second variant", () -> Files.exists(folder.resolve("group")));
        long group = Long.parseLong(Files.readString(folder.resolve("group")).strip());
        assertThat(alive(group)).hasSizeGreaterThanOrEqualTo(2);
        driver.destroyForcibly().waitFor();
        await("the end of its processes", () -> alive(group).isEmpty());

        Files.createFile(folder.resolve("go"));
        Path store = folder.resolve("store");
        RecordedSweep.latest(Optional.of(store))
                .sweep()
                .run(SweepOptions.defaults().store(store).results(folder.resolve("results")))
                .await();
        Map<Object, Object> squares = new TreeMap<>();
        RecordedSweep done = RecordedSweep.latest(Optional.of(store));
        for (int row = 0; row < done.results().rowCount(); row++) {
            squares.put(done.results().get(row, "n"), done.results().get(row, "square"));
        }
        assertThat(squares.values()).containsExactly(1.0, 4.0, 9.0);
    }

    /** The processes of a group that live, as the system's {@code ps} has them. */
    private static List<String> alive(long group) {
        try {
            Process ps = new ProcessBuilder("ps", "-A", "-o", "pgid=,stat=,args=").start();
            try (BufferedReader lines = ps.inputReader()) {
                return lines.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith(group + " ") && !line.matches("\\d+ +Z.*"))
                        .toList();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
