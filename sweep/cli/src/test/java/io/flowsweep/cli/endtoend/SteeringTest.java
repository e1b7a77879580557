package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.Cli;
import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import io.flowsweep.testing.WaitingFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps that are looked at and steered from other processes than their drivers. */
@Timeout(600)
class SteeringTest {

    private static final String SWEEP = """
            name = waits
            flow = Waits.java
            config { n = 0, folder = "FOLDER" }
            grid { n { from = 0, to = LAST } }
            metrics { value { artifact = value }, nearly { reported = nearly } }
            run { executor = inline, parallel = 2 }
            """;

    @TempDir
    private Path folder;

    private WaitingFlow flow;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        flow = WaitingFlow.in(folder);
        sweep(3);
    }

    @Test
    void aDetachedSweepIsPausedGoesOnAndLosesAVariant() throws IOException, InterruptedException {
        Result detached = flowsweep("run", "waits.conf", "--detach");
        assertThat(detached.exitCode()).as(detached.err()).isZero();
        assertThat(detached.out()).contains("waits: 4 variants of Waits over n").contains("detached as process ");
        long driver = driver();
        flow.awaitBegun(0, 1);

        Result second = flowsweep("run", "waits.conf");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("is driven by process " + driver);

        Result looked = flowsweep("run", "waits.conf", "--dry-run");
        assertThat(looked.exitCode()).as(looked.err()).isZero();
        assertThat(looked.out()).contains("driver   process " + driver, "nothing was started");

        await("what is reported", () -> statusText().contains("running  1 n=1  nearly=1.250 at 3"));
        assertThat(flowsweep("pause").out()).contains("start no more runs");
        assertThat(flowsweep("cancel", "n=0").out()).contains("to end variant 0");
        await("the end of variant 0", () -> ((Number) status().get("terminated")).intValue() == 1);
        assertThat(status().get("state")).isEqualTo("paused");
        assertThat(flowsweep("logs", "1").out()).isEqualTo("variant 1\n");
        assertThat(flowsweep("logs", "1", "--tail", "1").out()).isEqualTo("variant 1\n");
        assertThat(flowsweep("logs", "1", "--tail", "0").err()).contains("--tail must be at least 1, but got 0");

        flow.letAllGo();
        assertThat(flowsweep("resume").out()).contains("start runs again");
        await("the end", () -> "completed".equals(status().get("state")));
        Result watched = flowsweep("watch");
        assertThat(watched.out()).contains("3 of 4 variants succeeded, 1 ended on request");
        await("its end", this::driversGone);
        assertThat(flowsweep("results", "--csv").out().lines()).hasSize(5);
        assertThat(flowsweep("cancel").err()).contains("nobody drives the sweep waits now: it is completed");
    }

    @Test
    void aDetachedSweepTellsProgramsWhereItIsAndTakesAVariantAgain() throws IOException {
        Map<String, Object> facts = Json.parseObject(
                flowsweep("run", "waits.conf", "--detach", "--json").out());
        Path output = Path.of((String) facts.get("output"));
        assertThat(output).content().contains("\"SweepStarted\"");
        assertThat(facts.get("pid")).isEqualTo(driver());
        flow.awaitBegun(1);
        CommandLineProcess followed = CommandLineProcess.start(folder, "logs", "waits", "1", "-f");
        await("its log", () -> said(followed).equals("variant 1\n"));

        assertThat(Json.parseObject(flowsweep("cancel", "waits", "1", "--json").out()))
                .containsEntry("told", "cancel")
                .containsEntry("variants", List.of(1L));
        assertThat(followed.result().out()).as("ends with the run").isEqualTo("variant 1\n");
        assertThat(flowsweep("add", "waits", "1").out()).contains("to run variant 1 next");
        await("that it is told", () -> contains(output, "\"ADD\""));
        flow.letAllGo();
        await("the end", () -> "completed".equals(status().get("state")));
        assertThat(status()).containsEntry("succeeded", 4L).containsEntry("terminated", 0L);

        await("its last word", () -> contains(output, "SweepFinished"));
        await("its end", () -> driversGone());
        assertThat(flowsweep("rm", "waits").exitCode()).isZero();
        assertThat(output).doesNotExist();
    }

    @Test
    void runningVariantsThatAreRemovedEndOnlyWhenThatIsAgreedTo() throws IOException {
        assertThat(flowsweep("run", "waits.conf", "--detach").exitCode()).isZero();
        flow.awaitBegun(0, 1);
        Path file = folder.resolve("waits.conf");
        Files.writeString(file, Files.readString(file).replace("from = 0", "from = 1"));

        Result refused = flowsweep("run", "waits.conf", "--take-over");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("no longer in the sweep: n=0")
                .contains("Nothing was done. Add --yes to agree.");
        assertThat(status()).containsEntry("state", "running").containsEntry("terminated", 0L);

        if (Files.isExecutable(Path.of("/usr/bin/script"))) { // a terminal, at which somebody says no
            Result asked = atATerminal("n", "run", "waits.conf", "--take-over");
            assertThat(asked.out())
                    .contains("no longer in the sweep: n=0. End them? [y/N]")
                    .contains("Nothing was done. Add --yes to agree.");
            assertThat(status()).containsEntry("state", "running").containsEntry("terminated", 0L);
        }
        flow.letAllGo();
        Result taken = flowsweep("run", "waits.conf", "--take-over", "--yes");
        assertThat(taken.exitCode()).as(taken.out() + taken.err()).isZero();
        assertThat(taken.out()).contains("3 of 3 variants succeeded");
        await("the end of the other driver", this::driversGone);
    }

    @Test
    void variantsAreAddedFromAnotherProcess() throws IOException {
        assertThat(flowsweep("run", "waits.conf", "--detach").exitCode()).isZero();
        flow.awaitBegun(1);

        Result added = flowsweep("add", "waits", "n=3,7..8");
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.out()).isEqualTo("added 2 variants to waits: n=7; n=8; already there: 1 variant, n=3\n");
        assertThat(Json.parseObject(flowsweep("add", "n=8,9", "--json").out()))
                .containsEntry("added", List.of("n=9"))
                .containsEntry("present", List.of("n=8"));
        Result refused = flowsweep("add", "folder=x");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is no axis of the sweep");

        flow.letAllGo();
        await("the end", () -> "completed".equals(status().get("state")));
        assertThat(status()).containsEntry("succeeded", 7L);
        assertThat(flowsweep("explain", "waits", "n=9").out()).contains("its result is on record");
        await("its end", this::driversGone);
        Result more = flowsweep("resume", "waits", "--add", "n=10");
        assertThat(more.out()).contains("added 1 variant").contains("8 of 8 variants succeeded (7 reused)");
        assertThat(flowsweep("reproduce", "waits", "6").out())
                .isEqualTo("flowsweep resume " + status().get("sweep") + " --only 6\n");
    }

    /** Types an answer as soon as there is a question. */
    private Result atATerminal(String answer, String... words) throws IOException {
        String typing =
                "(until grep -qs 'y/N' asked; do sleep 0.1; done; echo " + answer + ") | script -qefc \"$*\" asked";
        return CommandLineProcess.start(List.of("sh", "-c", typing, "sh"), folder, Map.of("TERM", "xterm"), words)
                .result();
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean driversGone() {
        return !statusText().contains("driver   process");
    }

    private static String said(CommandLineProcess process) {
        try {
            return process.outSoFar();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoDriversShareASweep() throws IOException {
        flow.letAllGo();
        CommandLineProcess one = CommandLineProcess.start(folder, "run", "waits.conf", "--shard", "1/2");
        CommandLineProcess two = CommandLineProcess.start(folder, "run", "waits.conf", "--shard", "2/2");

        assertThat(one.result().exitCode()).as(one.result().err()).isZero();
        assertThat(one.result().out()).as("what is left is not left over").doesNotContain("next ");
        assertThat(two.result().exitCode()).as(two.result().err()).isZero();
        assertThat(flowsweep("results", "--csv").out().lines().skip(1))
                .hasSize(4)
                .allMatch(row -> row.contains("succeeded"));
    }

    @Test
    void whatIsLeftIsRunInTheBackground() throws IOException {
        Path file = folder.resolve("waits.conf");
        Files.writeString(file, Files.readString(file).replace("parallel = 2", "parallel = 1, budget { runs = 1 }"));
        flow.letAllGo();
        assertThat(flowsweep("run", "waits.conf").exitCode()).isEqualTo(3);

        Result detached = flowsweep("resume", "waits", "--detach");

        assertThat(detached.exitCode()).as(detached.err()).isZero();
        assertThat(detached.out()).contains("found    3 new · 1 reused").contains("detached as process ");
        await("another run", () -> ((Number) status().get("succeeded")).intValue() == 2);
        await("the driver to be gone", this::driversGone);
    }

    @Test
    void shardsThatEachBeganAnewWouldBeNoPartsOfOneSweep() throws IOException {
        Result refused = flowsweep("run", "waits.conf", "--fresh", "--shard", "1/2");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--shard: --fresh begins a sweep of its own")
                .contains("flowsweep rm NAME");
    }

    /** What a run has made does not fit, while there is still room for what is said of it. */
    @Test
    void aValueForWhichThereIsNoRoomIsNoFailureOfItsVariant() throws IOException {
        Files.writeString(folder.resolve("Large.java"), """
                import io.flowsweep.flow.*;

                public class Large extends FlowSpec {
                    record Settings(int n, String file) {}

                    @FlowConfig Settings config;
                    double[] values;
                    java.nio.file.Path file;

                    @Step(next = "end")
                    void start() {
                        if (config.file() == null) {
                            values = new double[100_000];
                            values[0] = config.n();
                        } else {
                            file = java.nio.file.Path.of(config.file());
                        }
                    }

                    @Step void end() {}
                }
                """);
        Files.writeString(folder.resolve("large.conf"), """
                flow = Large.java
                config { n = 0, file = null }
                grid { n = [1, 2, 3] }
                run { executor = worker, parallel = 1 }
                """);
        Path large = Files.write(folder.resolve("large.bin"), new byte[800_000]);
        endsEarly("run", "large.conf", "file='" + large + "'");
        endsEarly("run", "large.conf");

        Result resumed = flowsweep("resume", "large");
        assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
        assertThat(resumed.out()).contains("3 of 3 variants succeeded");
    }

    private void endsEarly(String... words) throws IOException {
        List<String> quota = List.of("sh", "-c", "ulimit -f 800; exec \"$0\" \"$@\"");
        Result full = CommandLineProcess.start(quota, folder, Map.of(), words).result();

        assertThat(full.exitCode()).as(full.out() + full.err()).isEqualTo(3);
        assertThat(full.out())
                .contains("0 of 3 variants succeeded, 3 left")
                .contains("Ended early: ")
                .contains("cannot write ")
                .contains("next    `flowsweep resume large` goes on with what is left\n");
    }

    /** A quota is played by the limit of the size of a file that a shell can set. */
    @Test
    void aDiskThatIsFullEndsTheSweepAndItGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        sweep(149);
        flow.letAllGo();
        CommandLineProcess full = CommandLineProcess.start(
                List.of("sh", "-c", "ulimit -f 80; exec \"$0\" \"$@\""), folder, Map.of(), "run", "waits.conf");
        Result broken = full.result();
        assertThat(broken.exitCode()).as(broken.out() + broken.err()).isEqualTo(3);
        assertThat(broken.out()).contains("Ended early: ").contains("journal.0.jsonl");
        int before = count();
        assertThat(before).isBetween(1, 149);

        Result resumed = flowsweep("resume", "waits");
        assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
        assertThat(count()).isEqualTo(150);
        Matcher reused = Pattern.compile("found +(\\d+) new · (\\d+) reused").matcher(resumed.out());
        assertThat(reused.find()).isTrue();
        assertThat(Integer.parseInt(reused.group(2)))
                .as("what is on record, and what had ended and could not be put on record")
                .isBetween(before, before + 2);
    }

    private int count() throws IOException {
        return (int) flowsweep("results", "waits", "--csv")
                .out()
                .lines()
                .skip(1)
                .filter(r -> r.contains("succeeded"))
                .count();
    }

    private void sweep(int last) throws IOException {
        Files.writeString(
                folder.resolve("waits.conf"),
                SWEEP.replace("FOLDER", folder.toString()).replace("LAST", Integer.toString(last)));
    }

    private Result flowsweep(String... words) throws IOException {
        return CommandLineProcess.run(folder, words);
    }

    private String statusText() {
        return look();
    }

    private Map<String, Object> status() {
        return Json.parseObject(look("--json"));
    }

    /** Asked again and again, so in this process: it is another than the driver's, too. */
    private String look(String... options) {
        List<String> words = new ArrayList<>(
                List.of("status", "--store", folder.resolve(".flowsweep").toString()));
        words.addAll(List.of(options));
        return Cli.run(words.toArray(String[]::new)).out();
    }

    private long driver() {
        String line = statusText()
                .lines()
                .filter(l -> l.startsWith("driver"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll(".*process (\\d+) .*", "$1"));
    }
}
