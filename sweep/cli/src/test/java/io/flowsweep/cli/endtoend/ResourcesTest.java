package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What sweeps ask of the machine, and get. Real processes throughout. */
@Timeout(600)
class ResourcesTest {

    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheFlow() throws IOException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        try (var flow = getClass().getResourceAsStream("/flows/Leasing.java")) {
            Files.copy(flow, folder.resolve("Leasing.java"));
        }
    }

    private void sweep(String name, String more) throws IOException {
        Files.writeString(folder.resolve(name + ".conf"), """
                flow = Leasing.java
                config { diary = "%s", index = 0, memory = 128 }
                %s
                """.formatted(folder.resolve("diary"), more));
    }

    @Test
    void whatCanNeverRunIsSkippedOrRunOrRefusedAsAsked() throws IOException {
        sweep("big", "grid { run.resources.cpu = [1, " + (CPUS + 1) + "] }\nrun.resources.memory = 128");

        Result skipped = CommandLineProcess.run(folder, "run", "big.conf");
        Result strict = CommandLineProcess.run(folder, "run", "big.conf", "--strict");
        Result all = CommandLineProcess.run(folder, "run", "big.conf", "--oversubscribe");

        String reason = "needs " + (CPUS + 1) + " CPUs and 128 MiB, but this machine has " + CPUS + " CPU";
        assertThat(skipped.exitCode()).isEqualTo(1);
        assertThat(skipped.out())
                .contains("the first run gets 1 CPU and 128 MiB (JVM flags")
                .contains("cpu=" + (CPUS + 1) + " skipped: " + reason)
                .contains("1 skipped: " + reason)
                .contains("big: 1 of 2 variants succeeded, 1 skipped in ");
        assertThat(strict.exitCode()).isEqualTo(2);
        assertThat(strict.err()).contains("cpu=" + (CPUS + 1) + ": " + reason).doesNotContain("cpu=1:");
        assertThat(all.exitCode()).as(all.out() + all.err()).isZero();
    }

    @Test
    void whatRunsTakeAreColumns() throws IOException {
        sweep("taken", """
                run.resources.memory = ${config.memory}
                metrics { mem { resource = peak_memory }, cpu { resource = cpu_seconds }, wall { resource = wall_seconds } }
                """);

        Result result = CommandLineProcess.run(folder, "run", "taken.conf");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        List<String> csv = Files.readAllLines(folder.resolve("results/taken/latest/results.csv"));
        assertThat(csv.get(0)).contains("mem").contains("cpu").contains("wall");
        int column = List.of(csv.get(0).split(",")).indexOf("mem");
        assertThat(Double.parseDouble(csv.get(1).split(",")[column])).isBetween(32.0, 200.0);
    }

    @Test
    void twoDriversShareTheGpusAndPoolsOfTheMachine() throws IOException {
        String run = "parallel = 8, resources { gpu = 1, memory = 128, pools { licence = 1 } }, pools { licence = 2 }";
        sweep("one", "grid { index = { from = 1, to = 4 } }\nrun { " + run + " }");
        sweep("two", "grid { index = { from = 5, to = 8 } }\nrun { " + run + " }");
        Map<String, String> gpus = Map.of("FLOWSWEEP_GPUS", "0,3");

        CommandLineProcess one = CommandLineProcess.start(folder, gpus, "run", "one.conf");
        Result two = CommandLineProcess.run(folder, gpus, "run", "two.conf");
        Result first = one.result();

        assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
        assertThat(two.exitCode()).as(two.out() + two.err()).isZero();
        Map<String, Integer> inUse = new HashMap<>();
        List<String> diary = Files.readAllLines(folder.resolve("diary"));
        assertThat(diary).hasSize(16);
        for (String entry : diary) {
            String[] words = entry.split(" ");
            int now = inUse.merge(words[1], Integer.parseInt(words[0]), Integer::sum);
            assertThat(now).as(entry).isBetween(0, 1);
            assertThat(inUse.values().stream().mapToInt(n -> n).sum()).isBetween(0, Math.min(2, CPUS));
        }
        assertThat(inUse.keySet()).isSubsetOf("0", "3");
    }

    @Test
    void aDeadDriverGivesBackAtOnce() throws IOException {
        sweep("long", "grid { index = { from = 1, to = 1000 } }\nrun.resources { cpu = " + CPUS + ", memory = 128 }");
        sweep("short", "run.resources { cpu = " + CPUS + ", memory = 128 }");
        CommandLineProcess dying = CommandLineProcess.start(folder, "run", "long.conf");
        await("it to hold the machine", () -> Files.exists(folder.resolve("diary")));

        dying.kill();

        assertThat(CommandLineProcess.run(folder, "run", "short.conf").exitCode())
                .isZero();
    }

    @Test
    void memoryIsShownWithItsUnit() throws IOException {
        Path flow = folder.resolve("Leasing.java");
        Files.writeString(
                flow,
                Files.readString(flow)
                        .replace(
                                "public class",
                                "@Resources(cpu = \"1\", memory = \"512\", gpu = \"1\")\npublic class"));

        Result shown = CommandLineProcess.run(folder, "flow", "show", "Leasing.java", "--config-value", "config", "{}");

        assertThat(shown.out()).contains("resources\n  cpu = 1\n  memory = 512MiB\n  gpu = 1\n");
        assertThat(Stream.of(shown.err())).containsOnly("");
    }
}
