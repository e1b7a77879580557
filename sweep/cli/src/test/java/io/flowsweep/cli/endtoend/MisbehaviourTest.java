package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.store.ThisMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose variants, driver or user misbehave. Real processes throughout. */
@Timeout(600)
class MisbehaviourTest {

    @TempDir
    Path folder;

    Path witnesses;

    private CommandLineProcess driver;

    @BeforeEach
    void copyTheFlow() throws IOException {
        witnesses = Files.createDirectory(folder.resolve("witnesses"));
        Files.createDirectory(folder.resolve(".flowsweep"));
        try (var flow = getClass().getResourceAsStream("/flows/Misbehaving.java")) {
            Files.copy(flow, folder.resolve("Misbehaving.java"));
        }
    }

    /** One that goes on would keep the leases that other tests wait for. */
    @AfterEach
    void endTheDriver() {
        if (driver != null) {
            driver.kill();
        }
    }

    private void sweep(String how, String indices, String run) throws IOException {
        write("grid {\n  how = [%s]\n  index = [%s]\n}".formatted(how, indices), run);
    }

    private void write(String space, String run) throws IOException {
        Files.writeString(folder.resolve("bad.conf"), """
                name = bad
                flow = Misbehaving.java
                config { how = fine, index = 0, witnesses = "%s" }
                %s
                metrics { value { artifact = value, goal = maximize } }
                objective = value
                charts = [ { type = line, x = index, y = value, series = how } ]
                run { %s }
                """.formatted(witnesses, space, run));
    }

    private List<Long> witnessed() {
        try (Stream<Path> files = Files.list(witnesses)) {
            return files.map(f -> Long.parseLong(f.getFileName().toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean allGone() {
        return witnessed().stream().noneMatch(ThisMachine::lives);
    }

    private Path results(String file) {
        return folder.resolve("results/bad/latest").resolve(file);
    }

    @Test
    void eachBadVariantFailsAloneWithItsReason() throws IOException {
        String row = "{ how = %s, index = 1, run.variant_timeout = %s }";
        String rows = Stream.of("fine", "throw", "exit", "memory", "hang")
                .map(how -> row.formatted(how, how.equals("hang") ? "10s" : "10m"))
                .collect(Collectors.joining(", "));
        write("space { rows = [" + rows + "] }", "parallel = 2");

        Result result = CommandLineProcess.run(folder, "run", "bad.conf");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern("how=fine,index=1\\S* succeeded value=10")
                .contains("IllegalArgumentException: index 1 is unlucky, in Misbehaving.start (Misbehaving.java:29)")
                .contains("exit: the JVM was told to exit while the step start ran")
                .contains("out of memory: Java heap space: used ")
                .contains("timeout: the run took longer than 10 s")
                .contains("1 of 5 variants succeeded, 4 failed");
        assertThat(result.lines().get(result.lines().size() - 1)).isEqualTo("results results/bad/latest");
        assertThat(Files.readAllLines(results("results.csv"))).hasSize(6);
        await("every process to be gone", this::allGone);
    }

    @Test
    void aBodyInsideTheDriverThatIsDeafToItsEndLeavesNoTemporaryFile() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.writeString(folder.resolve("Deaf.java"), """
                import io.flowsweep.flow.*;
                import java.io.IOException;
                import java.nio.file.Files;

                public class Deaf extends FlowSpec {
                    @Step(next = "end")
                    void start() {
                        while (true) {
                            Thread.interrupted();
                            try {
                                Files.writeString(current().temporaryDirectory().resolve("file"), "text");
                            } catch (IOException | IllegalStateException e) {
                                // its folder has been removed
                            }
                        }
                    }

                    @Step void end() {}
                }
                """);
        Files.writeString(folder.resolve("deaf.conf"), """
                flow = Deaf.java
                run { executor = inline, variant_timeout = 1s }
                """);

        Result result = CommandLineProcess.start(
                        folder, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), "run", "deaf.conf")
                .result();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).contains("timeout: the run took longer than 1 s");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aKilledDriverLeavesWhatHadFinishedAndNoProcess() throws IOException {
        sweep("fine, hang", "1, 2", "parallel = 4");
        driver = CommandLineProcess.start(folder, "run", "bad.conf", "-j", "4");
        await(
                "two variants to finish and one to hang",
                () -> finished() == 2 && witnessed().size() >= 4);

        driver.kill();

        await("every process to be gone", this::allGone);
        Result results = CommandLineProcess.run(folder, "results", "bad");
        assertThat(results.exitCode()).isZero();
        assertThat(results.out())
                .contains("succeeded")
                .containsPattern("fine +1 +10")
                .containsPattern("fine +2 +20");
        assertThat(results.out()).contains("Its driver died before the end");
    }

    @Test
    void anInterruptEndsTheRunsAndLeavesTheTable() throws IOException, InterruptedException {
        sweep("fine, hang", "1, 2", "parallel = 4");
        driver = CommandLineProcess.startInterruptible(folder, "run", "bad.conf");
        await(
                "two variants to finish and one to hang",
                () -> finished() == 2 && witnessed().size() >= 4);

        driver.signal("INT");

        Result result = driver.result();
        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.out()).contains("2 of 4 variants succeeded").contains("ended on request");
        assertThat(results("results.csv")).content().contains("fine,1,10").contains("fine,2,20");
        assertThat(results("charts")).isDirectoryContaining("glob:**.png");
        await("every process to be gone", this::allGone);
    }

    /** As on a full disk: the runs are on record, the table is not where it should be. */
    @Test
    void resultsThatCannotBeWrittenAreAnErrorWithTheCure() throws IOException {
        sweep("block", "1", "parallel = 1");

        Result result = CommandLineProcess.run(folder, "run", "bad.conf");

        assertThat(result.out()).contains("1 of 1 variant succeeded");
        assertThat(result.err())
                .contains("error: ", "results.csv cannot be written: ", "`flowsweep results bad --csv > FILE`")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private long finished() {
        try {
            return driver.outSoFar()
                    .lines()
                    .filter(line -> line.contains(" succeeded "))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
