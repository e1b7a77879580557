package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run, and what is not, when a sweep is run again: each body leaves a line in a witness file. */
class ResumeTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            public class Body extends FlowSpec {
                record Settings(int n, int base, int seed, String folder) {}

                @FlowConfig Settings config;
                Integer value;
                Integer half;

                @Step(next = "end")
                void start() throws java.io.IOException {
                    Path folder = Path.of(config.folder());
                    Files.writeString(folder.resolve("witness"), config.n() + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    if (Files.exists(folder.resolve("broken-" + config.n()))) {
                        throw new IllegalStateException("broken " + config.n());
                    }
                    value = 10 * config.n() + config.base();
                    half = value / 2;
                }

                @Step
                void end() {}
            }
            """;

    private static final String SWEEP = """
            name = body
            flow = Body.java
            config { n = 0, base = 0, seed = 0, folder = "FOLDER" }
            grid { n = [1, 2, 3] }
            metrics { value { artifact = value, goal = maximize } }
            objective = value
            run { executor = inline }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Body.java"), FLOW);
        sweep(SWEEP);
    }

    @Nested
    class Looking {

        @Test
        void tellsWhatAStartWouldFindAndStartsNothing() throws IOException {
            assertThat(states("plan", "n=1")).containsExactly("new");
            Files.createFile(folder.resolve("broken-2"));
            run();
            sweep(SWEEP.replace("[1, 2, 3]", "[2, 3, 4]"));

            for (String line : List.of("plan", "run --dry-run")) {
                Cli cli = looked(line);
                assertThat(cli.exit()).as(cli.err()).isZero();
                assertThat(cli.out())
                        .contains("found    1 new · 1 reused · 1 failed before · 1 detached\n")
                        .doesNotContain("retry");
                assertThat(states(line)).containsExactly("failed_before", "reused", "new");
            }
            Files.writeString(folder.resolve("Body.java"), FLOW.replace("10 *", "100 *"));
            assertThat(looked("plan").out())
                    .contains("found    1 new · 0 reused · 2 stale (code: Body.java) · 1 detached\n");
            assertThat(states("plan")).containsExactly("stale", "stale", "new");
            assertThat(states("run --dry-run --fresh")).containsExactly("new", "new", "new");
            Files.writeString(folder.resolve("Body.java"), "class Body {");
            assertThat(looked("plan").out()).contains("3 variants").doesNotContain("found");
            assertThat(bodies()).as("nothing ran").hasSize(3);
            assertThat(cli("ls").out().lines().filter(l -> l.startsWith("body")))
                    .hasSize(1);
        }

        @Test
        void countsRepeatsByThemselves() {
            run();
            sweep(SWEEP + "repeats { n = 2, seed_path = seed }\n");
            run("n=1");
            assertThat(looked("plan n=1,2").out()).contains("found    2 new · 2 reused\n");
        }

        private Cli looked(String words) {
            List<String> all = new ArrayList<>(List.of(words.split(" ")));
            all.add(1, folder.resolve("body.conf").toString());
            return cli(all.get(0), all.subList(1, all.size()).toArray(String[]::new));
        }

        private List<Object> states(String... words) {
            return looked(String.join(" ", words) + " --json")
                    .out()
                    .lines()
                    .map(line -> Json.parseObject(line).get("state"))
                    .toList();
        }
    }

    @Nested
    class OfOtherSweeps {

        @Test
        void resultsCountAsReuseSays() throws IOException {
            run("n=1,2");
            elsewhere();
            run("n=2,3"); // of this machine are 2 and 3 now
            assertThat(bodies()).as("by default from anywhere").containsExactlyInAnyOrder("1", "2", "3");

            assertThat(reused("anywhere")).isEqualTo("found    0 new · 3 reused");
            assertThat(reused("same_host")).isEqualTo("found    1 new · 2 reused");
            assertThat(reused("never")).isEmpty();
            sweep(SWEEP.replace("value { artifact", "took { duration = run }, value { artifact"));
            assertThat(looked()).as("a duration is this machine's").isEqualTo("found    1 new · 2 reused");
        }

        @Test
        void noneCountWithNeverButThoseOfItsOwnWhileNothingChanges() {
            sweep(SWEEP.replace("executor = inline", "executor = inline, reuse = never"));
            run();
            assertThat(run().out()).contains("found    0 new · 3 reused\n");
            sweep(SWEEP.replace("executor = inline", "executor = inline, reuse = never")
                    .replace("[1, 2, 3]", "[1, 2, 3, 4]"));
            assertThat(run().out()).contains("4 of 4 variants succeeded in");
            assertThat(bodies()).hasSize(7);
        }

        private String reused(String reuse) {
            sweep(SWEEP.replace("executor = inline", "executor = inline, reuse = " + reuse));
            return looked();
        }

        private String looked() {
            return cli("plan", folder.resolve("body.conf").toString())
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("found"))
                    .findFirst()
                    .orElse("");
        }

        /** The journals so far, as if another machine had written them. */
        private void elsewhere() throws IOException {
            try (Stream<Path> journals = Files.walk(folder.resolve("store/sweeps"))) {
                for (Path journal : journals.filter(
                                path -> path.getFileName().toString().startsWith("journal."))
                        .toList()) {
                    String text = Files.readString(journal);
                    String moved = text.replaceAll("\"machine\":\"[^\"]*\"", "\"machine\":\"elsewhere\"");
                    assertThat(moved).isNotEqualTo(text);
                    Files.writeString(journal, moved);
                }
            }
        }
    }

    @Nested
    class RunningAgain {

        @Test
        void whatSucceededIsReused() {
            run();
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3");

            Cli again = run();

            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(again.out())
                    .contains("found    0 new · 3 reused\n")
                    .contains("3 of 3 variants succeeded (3 reused)")
                    .contains("Best value: 30 (n=3)");
            assertThat(bodies()).hasSize(3);
            assertThat(again.out()).as("the table is whole").containsPattern("\n *1 +2 +20 +succeeded");
        }

        @Test
        void aValueThatIsAddedRunsAndOneThatIsRemovedIsDetached() {
            run();
            sweep(SWEEP.replace("[1, 2, 3]", "[2, 3, 4]"));

            Cli again = run();

            assertThat(again.out()).contains("found    1 new · 2 reused · 1 detached\n");
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3", "4");
            assertThat(again.out()).contains("3 of 3 variants succeeded (2 reused)");
            assertThat(cli("explain", "body", "n=1").out())
                    .startsWith("n=1 would not run: it is no longer in the sweep (run ");
            assertThat(cli("explain", "body", "n=17").err()).contains("is called \"n=17\". There are: n=2, n=3, n=4");
        }

        @Test
        void anotherBaseConfigMakesResultsStale() {
            run();
            sweep(SWEEP.replace("base = 0", "base = 5"));

            Cli again = run();

            assertThat(again.out()).contains("found    0 new · 0 reused · 3 stale (base 0→5)\n");
            assertThat(bodies()).hasSize(6);
            assertThat(again.out()).contains("Best value: 35");
        }

        @Test
        void whatIsBoundMakesNoDifference() {
            run();
            sweep(SWEEP.replace("[1, 2, 3]", "[1, 2, 3, 4]") + "bind { base = 5 }\n");

            assertThat(run().out()).contains("found    1 new · 3 reused\n").contains("Best value: 45 (n=4)");
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3", "4");
        }

        @Test
        void anotherCodeMakesResultsStaleUntilItIsAcceptedAsEquivalent() throws IOException {
            run();
            Files.writeString(
                    folder.resolve("Body.java"), FLOW.replace("half = value / 2;", "half = value / 2; // same"));

            assertThat(cli("explain", "1").out()).contains("would run again: code: Body.java");
            assertThat(cli("accept").out()).contains("give the same results");
            assertThat(run().out()).contains("found    0 new · 3 reused\n");
            assertThat(bodies()).hasSize(3);

            Files.writeString(folder.resolve("Body.java"), FLOW.replace("10 *", "100 *"));
            assertThat(run().out()).contains("0 new · 0 reused · 3 stale (code: Body.java)");
            assertThat(bodies()).hasSize(6);
        }

        @Test
        void explainAndAcceptKnowTheOverridesOfTheSweep() throws IOException {
            run("n=7,8", "base=3");
            Files.writeString(
                    folder.resolve("Body.java"), FLOW.replace("half = value / 2;", "half = value / 2; // same"));

            assertThat(cli("explain", "n=8").out()).startsWith("n=8 would run again: code: Body.java (run ");
            assertThat(cli("explain", "n=1").err()).contains("is called \"n=1\"");
            assertThat(cli("accept").out()).contains("give the same results");
            assertThat(cli("explain", "n=8").out()).contains("its result is on record");
            assertThat(run("n=7,8", "base=3").out())
                    .contains("found    0 new · 2 reused\n")
                    .contains("Best value: 83");
            assertThat(run("n=7,8", "base=4").out()).as("another sweep").contains("Best value: 84");
            assertThat(bodies()).hasSize(4);
        }

        @Test
        void moreRepeatsReuseTheEarlierOnes() {
            sweep(SWEEP + "repeats { n = 2, seed_path = seed }\n");
            run();
            assertThat(bodies()).hasSize(6);
            sweep(SWEEP + "repeats { n = 3, seed_path = seed }\n");

            Cli again = run();

            assertThat(again.out()).contains("found    3 new · 6 reused\n").contains("9 of 9 runs succeeded");
            assertThat(bodies()).hasSize(9);
        }

        @Test
        void otherMetricsRerunNothingAndAreReadFromWhatIsStored() {
            run();
            sweep(SWEEP.replace("artifact = value", "artifact = half"));

            Cli again = run();

            assertThat(bodies()).hasSize(3);
            assertThat(again.out()).contains("3 reused").contains("Best value: 15");
        }

        @Test
        void anotherSweepOfTheStoreSharesItsResults() {
            run();
            sweep(SWEEP.replace("name = body", "name = other"));
            assertThat(run().out()).contains("found    0 new · 3 reused");

            sweep(SWEEP.replace("name = body", "name = third").replace("inline", "inline, reuse = never"));
            assertThat(run().out()).doesNotContain("found");
            assertThat(bodies()).hasSize(6);
        }

        @Test
        void aFreshRunReusesNothing() {
            run();

            assertThat(run("--fresh").out()).doesNotContain("found");
            assertThat(bodies()).hasSize(6);
        }
    }

    @Nested
    class Failures {

        @Test
        void areKeptUntilTheyAreRetried() throws IOException {
            Path broken = Files.writeString(folder.resolve("broken-2"), "");
            assertThat(run().exit()).isEqualTo(1);
            Cli again = run();
            assertThat(again.exit()).as("it still stands as failed").isEqualTo(1);
            String cure = "`flowsweep retry body` runs again what failed\n";
            assertThat(again.out())
                    .contains("found    0 new · 2 reused · 1 failed before\n         " + cure)
                    .contains("next    " + cure);
            assertThat(cli("status", "body").out()).endsWith("next     " + cure);
            assertThat(cli("explain", "body", "1").out()).endsWith(". " + cure);
            assertThat(bodies()).hasSize(3);

            Files.delete(broken);
            assertThat(cli("retry", "body", "--error", "nothing like it").exit())
                    .isEqualTo(1);
            assertThat(bodies()).hasSize(3);
            Cli retried = cli("retry", "body", "--error", "broken \\d");
            assertThat(retried.exit()).as(retried.err() + retried.out()).isZero();
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3", "2");
            assertThat(retried.out()).contains("3 of 3 variants succeeded");
            assertThat(cli("results", "body").out()).contains("3 of 3 variants succeeded");
        }

        @Test
        void beyondTheLimitEndTheSweepAndResumeGoesOn() throws IOException {
            Path broken = Files.writeString(folder.resolve("broken-1"), "");
            sweep(SWEEP.replace("inline", "inline, max_failures = 0, parallel = 1"));
            Cli first = run();
            assertThat(first.exit()).isEqualTo(3);
            assertThat(first.out())
                    .contains("1 failed, and it puts up with 0 (max_failures)")
                    .contains("2 left");

            Files.delete(broken);
            assertThat(cli("resume", "--executor", "inline").exit()).isEqualTo(1);
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3");
        }
    }

    @Nested
    class Frozen {

        @Test
        void aResumedSweepIsAsItWasBegun() throws IOException {
            sweep(SWEEP.replace("inline", "inline, budget { runs = 1 }"));
            Cli first = run();
            assertThat(first.exit()).isEqualTo(3);
            assertThat(first.out())
                    .contains("its budget of 1 run is spent")
                    .contains("2 left")
                    .contains("left    n=2, n=3\nnext    `flowsweep resume body` goes on with what is left\n");
            Files.writeString(folder.resolve("Body.java"), "this does not compile");
            sweep("neither is this");
            Cli refused = cli("resume", "body", "-j", "0");
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("--parallel: at least 1 run must be in flight, but got 0");

            Cli second = cli("resume", "body");

            assertThat(second.exit()).as(second.err()).isEqualTo(3);
            assertThat(second.out()).contains("found    2 new · 1 reused\n");
            Cli third = cli("resume");
            assertThat(third.exit()).as(third.err() + third.out()).isZero();
            assertThat(third.out()).contains("3 of 3 variants succeeded").contains("Best value: 30");
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3");
        }

        @Test
        void whatWasAcceptedWhenItBeganIsNotRefusedLater() throws IOException {
            sweep(SWEEP.replace("inline", "inline, budget { runs = 1 }"));
            run();
            Path journal = folder.resolve("store/sweeps").resolve(onlySweep()).resolve("journal.0.jsonl");
            Store store = Stores.in(folder.resolve("store"));
            Matcher address = Pattern.compile("\"frozen\":\"([^\"]+)\"").matcher(Files.readString(journal));
            assertThat(address.find()).isTrue();
            String earlier =
                    asKeptByAnEarlierVersion(store, address.group(1), "base = 7, base = 0", "grid { n = [9] }\ngrid {");
            Files.writeString(journal, Files.readString(journal).replace(address.group(1), earlier));

            Cli resumed = cli("resume");

            assertThat(resumed.err()).isEmpty();
            assertThat(resumed.out()).contains("found    2 new · 1 reused\n");
        }

        private String onlySweep() throws IOException {
            try (Stream<Path> sweeps = Files.list(folder.resolve("store/sweeps"))) {
                return sweeps.toList().get(0).getFileName().toString();
            }
        }

        /** The sweep with keys in its file that are given twice. */
        private String asKeptByAnEarlierVersion(Store store, String address, String base, String grid) {
            var kept = io.flowsweep.sweep.engine.frozen.Frozen.read(store, address);
            Map<String, String> files = new HashMap<>(kept.files());
            files.computeIfPresent(kept.file(), (file, blob) -> {
                String text =
                        new String(io.flowsweep.sweep.engine.frozen.Frozen.blob(store, blob), StandardCharsets.UTF_8);
                String repeated = text.replace("base = 0", base).replace("grid {", grid);
                return store.putBlob(repeated.getBytes(StandardCharsets.UTF_8));
            });
            return new io.flowsweep.sweep.engine.frozen.Frozen(
                            kept.name(),
                            kept.file(),
                            kept.root(),
                            files,
                            kept.flows(),
                            kept.defaults(),
                            kept.packages(),
                            kept.overrides(),
                            kept.fresh())
                    .keep(store);
        }
    }

    /** A flow whose config is in a file of its own, which includes another, and whose code is in several files. */
    @Nested
    class FilesOfTheFlow {

        private static final String WITH_DEFAULTS = """
                import io.flowsweep.flow.*;
                import java.nio.file.*;

                public class Body extends FlowSpec {
                    record Settings(int base) {}

                    @FlowConfig(defaultFile = "defaults.conf") Settings settings;
                    @Parameter int n = 0;
                    @Parameter String folder = "";
                    @Parameter String part = "";
                    Integer value;

                    @Step(next = "end")
                    void start() throws java.io.IOException {
                        Files.writeString(Path.of(folder).resolve("witness"), n + "\\n",
                                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        value = engine.Engine.times(n) + settings.base();
                    }

                    @Step
                    void end() {}
                }
                """;

        private static final String SWEEP = """
                name = body
                flow { main = Body.java, sources = ["parts/${params.part}/*.java"] }
                params { n = 0, folder = "FOLDER", part = ten }
                grid { params.n = [1, 2, 3] }
                metrics { value { artifact = value, goal = maximize } }
                objective = value
                run { executor = inline, budget { runs = 1 } }
                """;

        @BeforeEach
        void write() throws IOException {
            Files.writeString(folder.resolve("Body.java"), WITH_DEFAULTS);
            Files.writeString(folder.resolve("defaults.conf"), "include required(\"base.conf\")\n");
            Files.writeString(folder.resolve("base.conf"), "base = 5\n");
            Files.createDirectories(folder.resolve("parts/ten"));
            engine(10);
            sweep(SWEEP);
        }

        private void engine(int factor) throws IOException {
            Files.writeString(
                    folder.resolve("parts/ten/Engine.java"),
                    "package engine; public class Engine { public static int times(int n) { return " + factor
                            + " * n; } }");
        }

        @Test
        void areFrozenWithTheSweep() throws IOException {
            Cli first = run();
            assertThat(first.exit()).as(first.err()).isEqualTo(3);
            Files.writeString(folder.resolve("base.conf"), "base = 7\n");
            engine(100);

            cli("resume");
            Cli last = cli("resume");

            assertThat(last.exit()).as(last.err() + last.out()).isZero();
            assertThat(last.out()).contains("3 of 3 variants succeeded").contains("Best value: 35");
            assertThat(bodies()).containsExactlyInAnyOrder("1", "2", "3");
        }

        @Test
        void makeResultsStaleWhenTheyChange() throws IOException {
            sweep(SWEEP.replace("runs = 1", "runs = 100"));
            assertThat(run().out()).contains("Best value: 35");
            Files.writeString(folder.resolve("base.conf"), "base = 7\n");

            Cli again = run();

            assertThat(again.out())
                    .contains("0 new · 0 reused · 3 stale (base 5→7)")
                    .contains("Best value: 37");
            assertThat(run().out()).contains("0 new · 3 reused\n");
        }

        @Test
        void thatAreNotNamedAreNotKept() throws IOException {
            Files.createDirectories(folder.resolve("parts/other"));
            Files.writeString(folder.resolve("parts/other/Engine.java"), "class Other {}");
            run();

            try (Stream<Path> blobs = Files.walk(folder.resolve("store/blobs"))) {
                assertThat(blobs.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .noneMatch(blob -> holds(blob, "class Other"));
            }
        }

        private static boolean holds(Path file, String text) {
            try {
                return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class Results {

        @Test
        void areFilteredSortedAndCut() throws IOException {
            Files.writeString(folder.resolve("broken-2"), "");
            run();

            assertThat(cli("results", "--where", "value > 5", "--sort", "-value", "--columns", "n,value", "--csv")
                            .out())
                    .isEqualTo("n,value\n3,30\n1,10\n");
            assertThat(cli("results", "--format", "json", "--columns", "n,state", "--sort", "n")
                            .out())
                    .isEqualTo("[{\"n\":1,\"state\":\"succeeded\"},{\"n\":2,\"state\":\"failed\"},"
                            + "{\"n\":3,\"state\":\"succeeded\"}]\n");
            assertThat(cli("results", "--sort", "-valeu").err()).contains("Did you mean \"value\"?");
            assertThat(cli("results", "--where", "valeu > 1").err()).contains("valeu");
        }
    }

    @Nested
    class Naming {

        @Test
        void byTheirIdsWhereOverridesMakeSeveralOfOneName() {
            run();
            run("n=1");

            assertThat(cli("ls").out())
                    .containsPattern("body-[0-9a-f]{8}  completed  1/1 ")
                    .containsPattern("body-[0-9a-f]{8}  completed  3/3 ");
            assertThat(Json.parseObject(cli("status", "--json").out()).get("overrides"))
                    .isEqualTo(List.of("n=1"));
        }

        @Test
        void byNothingNameBeginningFileAndAge() {
            run();
            sweep(SWEEP.replace("name = body", "name = other"));
            run();

            assertThat(cli("status").out()).startsWith("other: 3 of 3");
            assertThat(cli("status", "@-2").out()).startsWith("body: 3 of 3").contains("state    completed");
            assertThat(cli("status", "bo").out()).startsWith("body");
            assertThat(cli("status", folder.resolve("body.conf").toString()).out())
                    .startsWith("other");
            assertThat(cli("status", "bodi").err()).contains("Did you mean \"body\"?");
            assertThat(cli("ls").out()).contains("body").contains("other").contains("3/3");
            assertThat(cli("rm", "other").exit()).isZero();
            assertThat(cli("ls").out()).doesNotContain("other");
            assertThat(cli("logs", "body", "1").exit()).isZero();
            assertThat(cli("reproduce", "body", "1").out())
                    .isEqualTo("flowsweep run " + folder.resolve("body.conf") + " --only 1 --store "
                            + folder.resolve("store") + "\n");
            assertThat(Cli.run("classpath").out()).contains(".jar");
        }
    }

    private Cli run(String... more) {
        List<String> words =
                new ArrayList<>(List.of("run", folder.resolve("body.conf").toString()));
        words.addAll(List.of("--results", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return withStore(words);
    }

    private Cli cli(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(more));
        if (verb.equals("resume") || verb.equals("retry")) {
            words.addAll(List.of("--results", folder.resolve("out").toString()));
        }
        return withStore(words);
    }

    private Cli withStore(List<String> words) {
        words.addAll(List.of("--store", folder.resolve("store").toString()));
        return Cli.run(words.toArray(String[]::new));
    }

    private void sweep(String text) {
        try {
            Files.writeString(
                    folder.resolve("body.conf"),
                    text.replace("FOLDER", folder.toString().replace('\\', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code n} of every body that ran, in the order of running. */
    private List<String> bodies() {
        try {
            return Files.readAllLines(folder.resolve("witness"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
