package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runs of one sweep, looked at in many ways without running anything again. */
@Timeout(600)
class ResultsViewTest {

    @TempDir
    static Path path;

    private static TrainFolder folder;
    private static Cli ended;

    @BeforeAll
    static void run() {
        folder = TrainFolder.in(path);
        ended = folder.run(TrainFolder.SWEEP);
        assertThat(ended.exit()).isEqualTo(1);
    }

    @BeforeEach
    void asItWasRun() {
        folder.write("train.conf", TrainFolder.SWEEP);
    }

    private static List<Map<String, Object>> rows(String... words) {
        Cli cli = folder.flowsweep(words);
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli.out().lines().map(Json::parseObject).toList();
    }

    private static List<Object> column(List<Map<String, Object>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    @Nested
    class Together {

        @Test
        void repeatsAreOneRowWithWhatFailedBesideThem() {
            assertThat(ended.out())
                    .containsPattern("variant  rate  depth  n  failed  accuracy")
                    .doesNotContain("repeat  ");
            List<Map<String, Object>> rows = rows("results", "train", "--json");

            assertThat(column(rows, "n")).containsExactly(3L, 3L, 3L, 3L, 0L, 0L);
            assertThat(column(rows, "failed")).containsExactly(0L, 0L, 0L, 0L, 3L, 3L);
            assertThat(column(rows, "accuracy").get(4)).isNull();
            assertThat((Double) column(rows, "accuracy").get(1)).isBetween(1.9, 2.0);
            assertThat(folder.flowsweep("results", "train").out())
                    .contains("failed")
                    .contains("12 of 18");
        }

        @Test
        void everyRunIsARowOnRequest() {
            List<Map<String, Object>> rows = rows("results", "train", "--runs", "--json");

            assertThat(rows).hasSize(18);
            assertThat(column(rows, "state")).contains("succeeded", "failed");
        }

        @Test
        void anyColumnsMakeGroups() {
            List<Map<String, Object>> rows =
                    rows("results", "train", "--group-by", "rate", "--where", "depth == 1", "--json");

            assertThat(column(rows, "rate")).containsExactly(0.1, 1L, 10L);
            assertThat(column(rows, "n")).containsExactly(3L, 3L, 0L);
            assertThat(column(rows, "failed")).containsExactly(0L, 0L, 3L);
            assertThat(folder.flowsweep("results", "train", "--group-by", "rat").err())
                    .contains("Did you mean \"rate\"?");
        }

        @Test
        void oneFormatIsEnough() {
            Cli cli = folder.flowsweep("results", "train", "--csv", "--json");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("--csv, --json and --format are mutually exclusive");
        }
    }

    @Nested
    class AnotherView {

        @Test
        void readsWhatWasStoredInTheWayThatTheFileSaysNow() throws IOException {
            long files = files();
            folder.write(
                    "train.conf",
                    TrainFolder.SWEEP.replace(
                            "loss { reported = loss, goal = minimize }",
                            "worst { reported = loss, reduce = max }\n"
                                    + "late { reported = loss, reduce = \"mean(2)\" }\n"
                                    + "spread { artifact = spread }\nt { duration = start }"));

            List<Map<String, Object>> rows =
                    rows("results", "train", "--runs", "--json", "--where", "rate == 1 and repeat == 0");

            assertThat(rows.get(0)).containsKeys("worst", "late", "spread", "t").doesNotContainKey("loss");
            double noise = (Double) rows.get(0).get("spread");
            assertThat((Double) rows.get(0).get("worst")).isBetween(3 + 0.1 * noise - 1e-9, 3 + 0.1 * noise + 1e-9);
            assertThat((Double) rows.get(0).get("late")).isBetween(1.5 + 0.1 * noise - 1e-9, 1.5 + 0.1 * noise + 1e-9);
            assertThat((Double) rows.get(0).get("t")).isBetween(0.0, 60.0);
            assertThat(files()).isEqualTo(files);
        }

        @Test
        void saysWhatItCannotFind() {
            folder.write("train.conf", TrainFolder.SWEEP.replace("reported = loss", "reported = lost"));

            Cli cli = folder.flowsweep("results", "train", "--json");

            assertThat(cli.err().lines()).singleElement().asString().contains("Did you mean \"loss\"?");
            assertThat(cli.out()).contains("\"loss\":null");
        }

        @Test
        void isThatOfTheRunsWhereTheFileCannotBeRead() {
            folder.write("train.conf", "flow = {");

            Cli cli = folder.flowsweep("results", "train", "--json");

            assertThat(cli.exit()).isZero();
            assertThat(cli.err()).contains("warning: the metrics are those with which the sweep was run");
            assertThat(cli.out().lines()).hasSize(6);
        }

        @Test
        void drawsCurvesOfWhatWasReported() {
            folder.write(
                    "train.conf",
                    TrainFolder.SWEEP.replace(
                            "loss { reported = loss, goal = minimize }", "least { reported = loss, reduce = min }"));

            Cli cli = folder.flowsweep("chart", "train", "--type", "curves", "--y", "least", "--series", "rate");

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out()).contains("least", "step", "12 runs");
        }

        private long files() throws IOException {
            try (var walk = Files.walk(path.resolve("store"))) {
                return walk.count();
            }
        }
    }

    @Nested
    class ABaseline {

        @BeforeEach
        void isNamed() {
            folder.write("train.conf", TrainFolder.SWEEP + "baseline { rate = 0.1 }\n");
        }

        @Test
        void isWhatEachVariantIsComparedWith() {
            List<Map<String, Object>> rows = rows("results", "train", "--stats", "accuracy", "--json");

            assertThat(column(rows, "standing"))
                    .containsExactly("baseline", "baseline", "worse", "worse", "no value", "no value");
            assertThat((Double) rows.get(2).get("to baseline")).isBetween(-0.9001, -0.8999);
            assertThat(rows.get(0)).containsKeys("boot low", "boot high", "difference low", "p", "hedges g");
            assertThat(column(rows("results", "train", "--stats", "accuracy", "--to-best", "--json"), "standing"))
                    .contains("best");
        }

        @Test
        void isTheForestPlotOfTheReport() throws IOException {
            Path report = path.resolve("forest.html");

            assertThat(folder.flowsweep("report", "train", "-o", report.toString())
                            .exit())
                    .isZero();

            assertThat(report)
                    .content()
                    .contains(
                            "difference of accuracy to 0.1",
                            "compared seed by seed",
                            "Beside the variant with rate = 0.1 that is otherwise the same, by accuracy, seed by seed: 2 variants"
                                    + " worse");
            assertThat(folder.flowsweep(
                                    "chart",
                                    "train",
                                    "--type",
                                    "difference",
                                    "--x",
                                    "rate",
                                    "--series",
                                    "depth",
                                    "--y",
                                    "accuracy")
                            .out())
                    .contains("difference of accuracy to 0.1");
        }
    }

    @Nested
    class SeveralSweeps {

        @BeforeAll
        static void runAnother() {
            folder.write(
                    "other.conf",
                    TrainFolder.SWEEP
                            .replace("name = train", "name = other")
                            .replace("rate = [0.1, 1, 10]", "rate = [0.1, 2]"));
            Cli cli = folder.flowsweep(
                    "run",
                    path.resolve("other.conf").toString(),
                    "--results",
                    path.resolve("out").toString());
            assertThat(cli.exit()).as(cli.err()).isZero();
        }

        @Test
        void areOneTableWithStatistics() {
            List<Map<String, Object>> rows = rows("compare", "train", "other", "--on", "accuracy", "--json");

            assertThat(rows).hasSize(10);
            assertThat(column(rows, "sweep")).startsWith("train", "other", "train", "other", "train", "train");
            assertThat(rows.stream()
                            .filter(row -> row.get("sweep").equals("other"))
                            .map(row -> row.get("standing")))
                    .containsExactly("not distinguishable", "not distinguishable", "no baseline", "no baseline");
            assertThat(rows.get(0)).containsKeys("n", "mean", "low", "high", "to baseline", "p", "hedges g");
            assertThat(folder.flowsweep("compare", "train", "other").out())
                    .contains("not disting", "hedges g", "more columns with --columns or --csv: difference low");
        }

        @Test
        void areDifferentFromEachOtherAndHaveTheMetric() {
            assertThat(folder.flowsweep("compare", "train", "train").err()).contains("two different sweeps");
            assertThat(folder.flowsweep("compare", "train", "other", "--on", "acuracy")
                            .err())
                    .contains("has no metric \"acuracy\"", "Did you mean \"accuracy\"?");
        }

        @Test
        void differInWhatTheySay() {
            Cli cli = folder.flowsweep("diff", "train", "other");

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out())
                    .contains("axes.config.rate\n  - [0.1,1,10]\n  + [0.1,2]")
                    .doesNotContain("depth");
        }

        @Test
        void haveVariantsThatDiffer() {
            assertThat(folder.flowsweep("diff", "train", "0", "rate=1,depth=1").out())
                    .contains("config.rate\n  - 0.1\n  + 1\n")
                    .doesNotContain("config.depth\n");
            assertThat(rows("diff", "train", "0", "other", "3", "--json"))
                    .contains(Map.of("path", "config.rate", "train 0", 0.1, "other 3", 2L));
            assertThat(folder.flowsweep("diff", "train", "0", "99").err()).contains("numbered from 0 to 5");
        }
    }

    @Nested
    class Priority {

        @Test
        void saysWhichVariantsRunFirst(@TempDir Path own) {
            Cli cli = TrainFolder.in(own)
                    .run(
                            TrainFolder.SWEEP
                                    .replace("run {", "run { order { priority = \"depth * 10 - rate\" },")
                                    .replace("repeats { n = 3, seed_path = seed }", ""),
                            "-j",
                            "1",
                            "--json");

            assertThat(cli.out()
                            .lines()
                            .map(Json::parseObject)
                            .filter(event -> event.get("event").equals("VariantStarted"))
                            .map(event -> event.get("name")))
                    .containsExactly(
                            "rate=0.1,depth=2",
                            "rate=1,depth=2",
                            "rate=10,depth=2",
                            "rate=0.1,depth=1",
                            "rate=1,depth=1",
                            "rate=10,depth=1");
        }
    }

    @Nested
    class RemovedVariants {

        @Test
        void areKeptAndShownOnRequest(@TempDir Path own) {
            TrainFolder changing = TrainFolder.in(own);
            String plain = TrainFolder.SWEEP.replace("rate = [0.1, 1, 10]", "rate = [0.1, 1]");
            changing.run(plain);
            Cli again = changing.run(plain.replace("rate = [0.1, 1]", "rate = [0.1]"));
            assertThat(again.out()).contains("6 reused · 6 detached");

            assertThat(changing.flowsweep("results", "--json").out().lines()).hasSize(2);
            List<Map<String, Object>> all = changing.flowsweep("results", "--all", "--json")
                    .out()
                    .lines()
                    .map(Json::parseObject)
                    .toList();
            assertThat(column(all, "detached")).containsExactly(null, null, "rate=1,depth=1", "rate=1,depth=2");
            assertThat(column(all, "n")).containsExactly(3L, 3L, 3L, 3L);
        }
    }
}
