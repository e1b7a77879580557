package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import io.flowsweep.store.FileStore;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.TrialId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A driver that is killed again and again. Most bodies are short; some fail, fail only once, hang with a child, exit, eat up their
 * memory, or succeed with more of it. Whatever moment the driver dies, the sweep ends as if it had not, and nothing that had
 * finished runs twice. Where a body would take its JVM with it, that of {@code inline} throws instead.
 *
 * <p>{@code -Dflowsweep.chaos.variants=300} gives all executors as many variants.
 */
@Timeout(600)
class ChaosTest {

    private static final int PARALLEL = 2;
    private static final int HANGS = 20;
    private static final int NEEDS_MORE = 60;

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            public class Rough extends FlowSpec {
                record Settings(int n, String folder) {}

                @FlowConfig Settings config;
                Integer value;
                Path note;

                @Step(next = "flaky")
                @Resources(memory = "96MB")
                void start() throws Exception {
                    int kind = config.n() % 75;
                    if (kind == 10) {
                        throw new IllegalStateException("broken");
                    } else if (config.n() == HANGS) {
                        HANG
                    } else if (kind == 30) {
                        EXIT
                    } else if (kind == 40) {
                        FILL
                    } else if (config.n() == NEEDS_MORE) {
                        take(100);
                    }
                    value = 3 * config.n();
                    note = Files.writeString(Path.of(config.folder(), "note-" + config.n()), "for a temporary folder");
                }

                private static void take(int kilos) {
                    byte[][] much = new byte[1024][];
                    for (int i = 0; i < much.length; i++) {
                        much[i] = new byte[kilos << 10];
                    }
                }

                @Step(next = "end")
                @Retry(times = "1")
                void flaky() throws java.io.IOException {
                    Path once = Path.of(config.folder(), "failed-once-" + config.n());
                    if (config.n() % 75 == 50 && Files.notExists(once)) {
                        Files.createFile(once);
                        throw new IllegalStateException("flaky");
                    }
                }

                @Step
                void end() throws java.io.IOException {
                    Files.writeString(Path.of(config.folder(), "witness-" + config.n()), ProcessHandle.current().pid() + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
            """;

    private static final String SWEEP = """
            name = rough
            flow = Rough.java
            config { n = 0, folder = "FOLDER" }
            space { rows = [%s] }
            metrics { value { artifact = value } }
            run {
              executor = EXECUTOR, parallel = %d
              retry { times = 1, memory_factor = 4, memory_max = 384MB, timeout_factor = 1 }
            }
            """;

    @TempDir
    private Path folder;

    private Path temporary;

    private final Set<String> bodies = new HashSet<>();
    private int variants;
    private int kills;

    @ParameterizedTest
    @CsvSource({"inline, 75, 4", "process, 75, 3", "worker, 300, 10"})
    void everyVariantEndsAsItsIdentityDetermines(String executor, int usual, int killed)
            throws IOException, InterruptedException {
        variants = Integer.getInteger("flowsweep.chaos.variants", usual);
        kills = killed;
        long seed = System.nanoTime();
        System.out.println("ChaosTest: seed " + seed + " of " + variants + " variants with " + executor);
        Random random = new Random(seed);
        boolean isInline = executor.equals("inline");
        temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.createDirectory(folder.resolve(".flowsweep"));
        Files.writeString(
                folder.resolve("Rough.java"),
                FLOW.replace("HANGS", "" + HANGS)
                        .replace(
                                "HANG\n",
                                isInline
                                        ? "Thread.sleep(600_000);\n"
                                        : "new ProcessBuilder(\"sleep\", \"600\").start().waitFor();\n")
                        .replace("NEEDS_MORE", "" + NEEDS_MORE)
                        .replace("EXIT", isInline ? "throw new Error(\"exit\");" : "System.exit(7);")
                        .replace("FILL", isInline ? "throw new OutOfMemoryError(\"full\");" : "take(1024);"));
        Files.writeString(
                folder.resolve("rough.conf"),
                SWEEP.formatted(rows(), PARALLEL)
                        .replace("FOLDER", folder.toString())
                        .replace("EXECUTOR", executor));

        CommandLineProcess driver = start("run", "rough.conf");
        for (int kill = 0; kill < kills; kill++) {
            int known = finished().size();
            int more = 1 + random.nextInt(20);
            CommandLineProcess watched = driver;
            await("some variants", () -> !watched.isAlive() || finished().size() >= known + more);
            driver.kill();
            driver.awaitEnd();
            driver = start("resume", "rough");
        }
        Result last = driver.result();

        assertThat(last.exitCode()).as(last.out() + last.err()).isEqualTo(1);
        List<Map<String, Object>> rows = CommandLineProcess.run(folder, "results", "rough", "--json").lines().stream()
                .map(Json::parseObject)
                .toList();
        assertThat(rows).hasSize(variants);
        for (Map<String, Object> row : rows) {
            long n = (Long) row.get("n");
            assertThat(row.get("state")).as("variant " + n + ", " + last.out()).isEqualTo(state(n));
            assertThat(row.get("value")).isEqualTo(state(n).equals("succeeded") ? 3 * n : null);
            if (n == NEEDS_MORE && !isInline) {
                assertThat(row.get("escalated")).isEqualTo("memory 366 MiB");
            }
        }
        nothingThatHadFinishedRanAgain(executor);
        ranIn(executor);
        nothingIsLeftBehind();
    }

    /** The one that hangs has little time; the others have all that they may need. */
    private String rows() {
        return LongStream.range(0, variants)
                .mapToObj(n -> "{ n = " + n + ", run.variant_timeout = " + (n == HANGS ? "3s" : "5m") + " }")
                .collect(Collectors.joining(", "));
    }

    private static String state(long n) {
        if (n == HANGS) {
            return "timed_out";
        }
        return List.of(10L, 30L, 40L).contains(n % 75) ? "failed" : "succeeded";
    }

    /** A JVM for each body, for all of a driver, or something between. */
    private void ranIn(String executor) {
        long succeeded = LongStream.range(0, variants)
                .filter(n -> state(n).equals("succeeded"))
                .count();
        switch (executor) {
            case "inline" -> assertThat(bodies).hasSizeLessThanOrEqualTo(kills + 1);
            case "process" -> assertThat(bodies).hasSizeGreaterThanOrEqualTo((int) succeeded);
            default -> assertThat(bodies).hasSizeBetween(kills + 2, (int) succeeded - 1);
        }
    }

    private void nothingThatHadFinishedRanAgain(String executor) throws IOException {
        Set<TrialId> finished = new HashSet<>();
        Map<Long, Long> starts = new HashMap<>();
        Journals journals = new Journals(FileStore.open(folder.resolve(".flowsweep")));
        String sweep = journals.sweeps().get(0);
        for (int driver : journals.drivers(sweep)) {
            journals.read(sweep, driver, event -> {
                if (event instanceof SweepStarted started) {
                    assertThat(started.executor()).isEqualTo(executor);
                } else if (event instanceof VariantStarted started) {
                    assertThat(finished).doesNotContain(started.trial());
                    starts.merge(started.variant(), 1L, Long::sum);
                } else if (event instanceof VariantFinished ended) {
                    finished.add(ended.trial());
                } else if (event instanceof VariantReused ended) {
                    finished.add(ended.trial());
                }
            });
        }
        assertThat(finished).hasSize(variants);
        long again = 0;
        for (int n = 0; n < variants; n++) {
            Path witness = folder.resolve("witness-" + n);
            List<String> ran = Files.exists(witness) ? Files.readAllLines(witness) : List.of();
            bodies.addAll(ran);
            assertThat((long) ran.size())
                    .as("variant " + n + " ran as often as it was started, and not at all when it fails before")
                    .isBetween(state(n).equals("succeeded") ? 1L : 0L, starts.getOrDefault((long) n, 0L));
            again += Math.max(0, ran.size() - 1);
        }
        assertThat(again)
                .as("only what a driver had under way when it was killed may have come to its last line twice")
                .isLessThanOrEqualTo((long) kills * PARALLEL);
    }

    private void nothingIsLeftBehind() throws IOException {
        await("every process to be gone", () -> ProcessHandle.allProcesses().noneMatch(this::isOfThisTest));
        try (Stream<Path> kept = Files.walk(folder.resolve(".flowsweep"))) {
            assertThat(kept.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .as("neither a draft nor a lock nor a command of a driver that was killed")
                    .noneMatch(name -> name.startsWith(".") || name.startsWith("driver.") || name.endsWith(".tmp"));
        }
        assertThat(temporary).as("where drivers and hosts have temporary files").isEmptyDirectory();
    }

    /** All that is started here has {@link #temporary} in its environment, or in its command line. */
    private boolean isOfThisTest(ProcessHandle process) {
        if (process.pid() == ProcessHandle.current().pid()) {
            return false;
        }
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            return process.info().commandLine().orElse("").contains(folder.toString())
                    || new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
                            .contains(temporary.toString());
        } catch (IOException e) {
            return false; // it has ended, or is another user's
        }
    }

    private CommandLineProcess start(String... words) throws IOException {
        return CommandLineProcess.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), words);
    }

    private Set<TrialId> finished() {
        Set<TrialId> finished = new HashSet<>();
        Journals journals = new Journals(FileStore.open(folder.resolve(".flowsweep")));
        for (String sweep : journals.sweeps()) {
            for (int driver : journals.drivers(sweep)) {
                journals.read(sweep, driver, event -> add(event, finished));
            }
        }
        return finished;
    }

    private static void add(SweepEvent event, Set<TrialId> finished) {
        if (event instanceof VariantFinished ended) {
            finished.add(ended.trial());
        } else if (event instanceof VariantReused ended) {
            finished.add(ended.trial());
        }
    }
}
