package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps as a person runs them: a file, a flow, real runs, and what is left afterwards. */
class SweepEndToEndTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Area extends FlowSpec {
                record Settings(int width, int height) {}

                @FlowConfig Settings config;
                @Parameter(help = "refused when it is the width") int forbidden = 0;
                Double area;
                Double unset;

                @Step(next = "end")
                void start() {
                    if (config.width() == forbidden) {
                        throw new IllegalStateException("no width of " + forbidden);
                    }
                    System.out.println("measuring");
                    area = 1.0 * config.width() * config.height();
                    current().report("side", 0, config.width());
                }

                @Step
                void end() {}
            }
            """;

    private static final String SWEEP = """
            name = area
            flow = Area.java
            config { width = 1, height = 1 }
            grid {
              width = [1, 2, 3]
              height { from = 10, to = 20, step = 10 }
            }
            metrics {
              area { artifact = area, goal = maximize, unit = "m²" }
              side { reported = side }
            }
            objective = area
            charts = [ { type = line, x = width, y = area, series = height } ]
            run { executor = inline }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFlow() throws IOException {
        Files.writeString(folder.resolve("Area.java"), FLOW);
    }

    @Nested
    class Running {

        @Test
        void leavesTableChartsAndAJournalAndSaysWhereLast() throws IOException {
            Cli cli = run(SWEEP);

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out())
                    .startsWith("area: 6 variants of Area over width × height\n")
                    .contains("[6/6] ")
                    .contains("6 of 6 variants succeeded")
                    .contains("Best area: 60 m² (width=3,height=20)");
            Path latest = folder.resolve("out/area/latest");
            assertThat(cli.out().lines().reduce((a, b) -> b)).contains("results " + latest);
            assertThat(Files.readString(latest.resolve("results.csv")))
                    .startsWith("variant,width,height,area,side,state,duration\n0,1,10,10,1,succeeded,")
                    .contains("\n5,3,20,60,3,succeeded,");
            assertThat(latest.resolve("charts/1-line-area.png")).isNotEmptyFile();
            assertThat(latest.resolve("charts/1-line-area.svg")).content().contains("m²");
        }

        @Test
        void inProcessesGivesTheSameResults() {
            Cli cli = run(SWEEP, "--executor", "process", "-j", "2");

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out())
                    .contains("executor process, at most 2 runs at a time")
                    .contains("area=60 m²");
        }

        @Test
        void forMachinesPrintsEventsAndNothingElse() {
            Cli cli = run(SWEEP, "--json");

            List<SweepEvent> events = cli.out()
                    .lines()
                    .map(SweepEvents::parse)
                    .map(Optional::orElseThrow)
                    .toList();
            assertThat(events).first().isInstanceOf(SweepStarted.class);
            assertThat(events).last().isInstanceOf(SweepFinished.class);
            assertThat(events).filteredOn(VariantFinished.class::isInstance).hasSize(6);
            assertThat(cli.err()).isEmpty();
        }

        @Test
        void aVariantThatFailsIsToldAndLeavesTheOthersAlone() {
            Cli cli = run(SWEEP + "params { forbidden = 2 }\n");

            assertThat(cli.exit()).isEqualTo(1);
            assertThat(cli.out())
                    .contains("width=2,height=10 failed in ")
                    .contains("2 failed: IllegalStateException: no width of 2")
                    .containsPattern("for example width=2,height=(10|20), run ")
                    .contains("4 of 6 variants succeeded, 2 failed");
        }

        @Test
        void aMetricWithoutAValueIsMissingAndTheCureIsSaidOnce() throws IOException {
            Cli cli = run(SWEEP.replace("artifact = area", "artifact = unset"));

            assertThat(cli.exit()).isZero();
            assertThat(cli.out().lines().filter(line -> line.startsWith("warning: ")))
                    .filteredOn(line -> line.contains("Double"))
                    .hasSize(1);
            assertThat(folder.resolve("out/area/latest/results.csv")).content().contains("\n0,1,10,,1,succeeded,");
        }
    }

    @Nested
    class BadInput {

        @Test
        void isRefusedWithItsPlaceBeforeAnythingIsWritten() {
            Cli cli = run(SWEEP.replace("[1, 2, 3]", "[1, 2, 2.5]").replace("artifact = area", "artifact = aera"));

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err())
                    .contains("area.conf:5: width = 2.5")
                    .contains("area.conf:9: the metric \"area\" names the artifact \"aera\"")
                    .contains("Did you mean \"area\"?")
                    .doesNotContain("\tat ");
            assertThat(folder.resolve("out")).doesNotExist();
            assertThat(cli.out()).isEmpty();
        }

        @Test
        void aParameterOrAConfigKeyThatDoesNotFitIsRefused() {
            assertThat(run(SWEEP + "params { forbiden = 2 }\n").err())
                    .contains("forbiden")
                    .contains("forbidden");
            assertThat(run(SWEEP.replace("width = 1,", "width = wide,").replace("width = [1, 2, 3]", ""))
                            .err())
                    .contains("area.conf")
                    .contains("width");
        }

        @Test
        void anOutputThatCannotBeWrittenIsRefused() throws IOException {
            Files.writeString(folder.resolve("out"), "a file");

            Cli cli = run(SWEEP);

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("is no folder").contains("--results DIR");
        }

        @Test
        void anExecutorThatDoesNotExistIsRefused() {
            assertThat(run(SWEEP, "--executor", "proces").err()).contains("Did you mean \"process\"?");
            assertThat(run(SWEEP + "run.executor = proces\n").err())
                    .containsPattern("\\.conf:\\d+: there is no executor \"proces\". Did you mean \"process\"");
        }

        @Test
        void aParameterThatTheFlowLacksIsRefusedWithItsLine() {
            assertThat(run(SWEEP + "params { colour = red }\n").err())
                    .containsPattern("\\.conf:\\d+: the flow has no parameter \"colour\"");
        }
    }

    @Nested
    class Looking {

        @Test
        void aDryRunChecksEverythingAndStartsNothing() {
            Cli cli = run(SWEEP, "--dry-run");

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out()).contains("6 variants").contains("nothing was started");
            assertThat(folder.resolve("out")).doesNotExist();
            assertThat(run(SWEEP.replace("artifact = area", "artifact = aera"), "--dry-run")
                            .exit())
                    .isEqualTo(2);
        }

        @Test
        void aDryRunTellsWhatCannotRunHere() {
            Cli cli = run(SWEEP + "jvm { home = 17 }\n", "--dry-run");

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out())
                    .containsPattern(
                            "warning: width=1,height=10 and 5 more cannot run here: the run is given a JVM, but");
        }

        @Test
        void aPlanShowsTheFirstAndTheLastVariantsAndNeedsNoFlow() throws IOException {
            Files.writeString(folder.resolve("Area.java"), "this does not compile");
            String file = write(SWEEP.replace("[1, 2, 3]", "{ from = 1, to = 1000000000 }"));

            Cli cli = Cli.run("plan", file);

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out())
                    .contains("2000000000 variants over width (1000000000) × height (2)")
                    .containsPattern("\n +0 +1 +10\n")
                    .contains("\n…\n")
                    .containsPattern("\n *1999999999 +1000000000 +20\n");
        }

        @Test
        void aPlanWithoutAxesSaysThatNothingVaries() throws IOException {
            Cli cli = Cli.run("plan", write(SWEEP.replaceAll("(?s)grid \\{.*?\n}\n", "")));

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out()).isEqualTo("area: 1 variant; nothing varies\n");
        }

        @Test
        void aPlanForMachinesHasALineWithTheConfigOfEachVariant() {
            Cli cli = Cli.run("plan", write(SWEEP), "--json");

            assertThat(cli.out()).hasLineCount(6).contains("\"config\":{\"height\":20,\"width\":3}");
        }

        @Test
        void aReportIsWrittenWhileItRunsAndForAPastSweep() throws IOException {
            run(SWEEP);
            String store = folder.resolve("store").toString();
            Path page = folder.resolve("new/page.html");
            Path markdown = folder.resolve("new/page.md");

            Cli html = Cli.run("report", "area", "--store", store, "-o", page.toString());
            Cli text = Cli.run("report", "--store", store, "-o", markdown.toString());

            assertThat(html.out()).isEqualTo(page + "\n");
            assertThat(page).hasSameTextualContentAs(folder.resolve("out/area/latest/report.html"));
            assertThat(text.exit()).isZero();
            assertThat(markdown).hasSameTextualContentAs(folder.resolve("out/area/latest/report.md"));
            assertThat(folder.resolve("new/charts/1-line-area.png")).isNotEmptyFile();
            assertThat(Cli.run("report", "--store", store, "-o", "a.txt").err())
                    .contains("a report is a .html or a .md, but got a.txt", "FILE.html");
            assertThat(Cli.run("report", "aera", "--store", store).err()).contains("Did you mean \"area\"?");
        }

        @Test
        void chartsAreDrawnAdHoc() throws IOException {
            run(SWEEP);
            String store = folder.resolve("store").toString();
            Path pdf = folder.resolve("new/a.pdf");

            Cli file = Cli.run(
                    "chart",
                    "area",
                    "--store",
                    store,
                    "--x",
                    "width",
                    "--y",
                    "area",
                    "--series",
                    "height",
                    "-o",
                    pdf.toString());
            Cli terminal = Cli.run("chart", "--store", store, "--type", "bar", "--x", "width,height", "--y", "side");

            assertThat(file.out()).isEqualTo(pdf + "\n");
            assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
            assertThat(terminal.out()).contains("side\n", "1 · 10", "█", "n = 1 per point: no interval");
            assertThat(Cli.run("chart", "--store", store).out())
                    .as("what fits two numbers and two metrics")
                    .contains("area [m²]: 10 ░▒▓█ 60", "on the front");
        }

        @Test
        void statisticsHaveARowForEachVariantTheBestFirst() {
            run(SWEEP.replace("objective = area", "objective = area\nrepeats = 3"));
            String store = folder.resolve("store").toString();

            assertThat(Cli.run("results", "--store", store, "--stats", "area", "--csv")
                            .out())
                    .startsWith("variant,width,height,n,missing,mean,")
                    .contains("\n5,3,20,3,0,60,60,60,best,")
                    .contains(",worse,");
            assertThat(Cli.run("results", "--store", store, "--stats", "aera").err())
                    .contains("Did you mean \"area\"?");
        }

        @Test
        void aChartThatCannotBeDrawnSaysWhy() {
            run(SWEEP);
            String store = folder.resolve("store").toString();

            assertThat(Cli.run("chart", "--store", store, "--x", "widht", "--y", "area")
                            .err())
                    .contains("the table has no column \"widht\". Did you mean \"width\"?")
                    .doesNotContain("\tat ");
            assertThat(Cli.run("chart", "--store", store, "--type", "heatmop", "--x", "width")
                            .err())
                    .contains("Did you mean \"heatmap\"?");
            assertThat(Cli.run("chart", "--store", store, "--x", "width", "--y", "area", "-o", "a.gif")
                            .exit())
                    .isEqualTo(ExitCodes.BAD_INPUT);
        }

        /** Two numbers and two metrics: a heatmap of each, and the two against each other. */
        @Test
        void aFileThatNamesNoChartsGetsThoseThatFit() {
            run(SWEEP.replaceAll("charts = .*", ""));

            assertThat(folder.resolve("out/area/latest/charts"))
                    .isDirectoryContaining("glob:**1-heatmap-area.png")
                    .isDirectoryContaining("glob:**2-heatmap-side.svg")
                    .isDirectoryContaining("glob:**3-pareto-side.png");
        }

        @Test
        void resultsAreFoundByFileAndByName() {
            run(SWEEP);
            String store = folder.resolve("store").toString();

            Cli byName = Cli.run("results", "area", "--store", store);
            assertThat(byName.exit()).as(byName.err()).isZero();
            assertThat(byName.out()).contains("area [m²]").contains("6 of 6 variants succeeded");
            assertThat(Cli.run("results", folder.resolve("area.conf").toString(), "--store", store, "--csv")
                            .out())
                    .startsWith("variant,width,height,area,side,state,duration\n");
            assertThat(Cli.run("results", "--store", store, "--json").out())
                    .hasLineCount(6)
                    .startsWith("{\"variant\":0,\"width\":1,\"height\":10,\"area\":10,");
            assertThat(Cli.run("results", "aera", "--store", store).err()).contains("Did you mean \"area\"?");
        }
    }

    @Nested
    class OneFlow {

        @Test
        void isRunWithItsLogAndArtifacts() throws IOException {
            Path config = Files.writeString(folder.resolve("big.conf"), "width = 6, height = 7");

            Cli cli = flow("run", "--config", "config", config.toString(), "--executor", "inline");

            assertThat(cli.exit()).as(cli.err()).isZero();
            assertThat(cli.out())
                    .contains("\nmeasuring\n")
                    .contains("\narea = 42.0\n")
                    .contains("Area succeeded in ");
        }

        @Test
        void thatFailsSaysWhy() throws IOException {
            Path config = Files.writeString(folder.resolve("big.conf"), "width = 6, height = 7");

            Cli cli = flow("run", "--config", "config", config.toString(), "--forbidden", "6");

            assertThat(cli.exit()).isEqualTo(1);
            assertThat(cli.out()).contains("Area failed in ").contains("no width of 6");
        }

        @Test
        void isShownWithAllItDeclares() throws IOException {
            Path config = Files.writeString(folder.resolve("big.conf"), "width = 6, height = 7");

            Cli cli = flow("show", "--config", "config", config.toString());

            assertThat(cli.out())
                    .contains("steps\n  start\n  end\n")
                    .contains("area: Double")
                    .contains("config = {")
                    .contains("forbidden: int = 0  (refused when it is the width)");
            assertThat(flow("check", "--config", "config", config.toString()).out())
                    .contains("everything is right");
        }

        @Test
        void withAParameterItDoesNotHaveIsRefused() throws IOException {
            Path config = Files.writeString(folder.resolve("big.conf"), "width = 6, height = 7");

            Cli cli = flow("run", "--config", "config", config.toString(), "--forbiden", "6");

            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("Did you mean \"forbidden\"?");
        }

        private Cli flow(String verb, String... more) {
            List<String> words = new ArrayList<>(
                    List.of("flow", verb, folder.resolve("Area.java").toString()));
            words.addAll(List.of(more));
            words.addAll(List.of("--store", folder.resolve("store").toString()));
            return Cli.run(words.toArray(String[]::new));
        }
    }

    private Cli run(String sweep, String... more) {
        List<String> words = new ArrayList<>(List.of("run", write(sweep)));
        words.addAll(List.of("--store", folder.resolve("store").toString()));
        words.addAll(List.of("--results", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    private String write(String sweep) {
        try {
            return Files.writeString(folder.resolve("area.conf"), sweep).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
