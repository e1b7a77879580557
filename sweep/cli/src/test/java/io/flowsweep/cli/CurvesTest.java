package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a flow reports on the way, and when its runs went on, drawn from a real sweep. */
@Timeout(600)
class CurvesTest {

    @TempDir
    static Path path;

    private static TrainFolder folder;
    private static Cli ran;

    @BeforeAll
    static void run() {
        folder = TrainFolder.in(path);
        ran = folder.run(TrainFolder.SWEEP + """
                charts = [
                  { type = curves, y = loss, series = rate }
                  { type = timeline }
                ]
                """);
    }

    @Test
    void bothAreDrawnWhileTheSweepRuns() throws IOException {
        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        Path charts = path.resolve("out/train/latest/charts");
        try (Stream<Path> files = Files.list(charts)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("1-curves-loss.svg", "2-timeline-timeline.svg");
        }
        assertThat(charts.resolve("1-curves-loss.svg"))
                .content()
                .contains("12 runs")
                .contains("step");
        assertThat(charts.resolve("2-timeline-timeline.svg")).content().contains("18 runs · ");
        assertThat(path.resolve("out/train/latest/report.html"))
                .content()
                .contains("1-curves-loss.svg", "2-timeline-timeline.svg");
    }

    @Test
    void aChartOfThemCanBeAskedForAfterwards() throws IOException {
        Path file = path.resolve("loss.json");

        Cli cli = folder.flowsweep(
                "chart", "train", "--type", "curves", "--y", "loss", "--series", "rate,depth", "-o", file.toString());

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(file).content().contains("0.1 · 1", "1 · 2").doesNotContain("10 · ");
        assertThat(folder.flowsweep("chart", "train", "--type", "timeline").out())
                .contains("slot", "failed");
    }

    @Test
    void thoseOfRunsThatAreReusedAreDrawnToo() {
        TrainFolder own = new TrainFolder(path.resolve("reused"));
        own.path().toFile().mkdir();
        own.write("Train.java", TrainFolder.FLOW);
        own.run(TrainFolder.SWEEP.replace("[0.1, 1, 10]", "[0.1, 1]"));

        Cli cli = own.run(
                TrainFolder.SWEEP.replace("[0.1, 1, 10]", "[0.1, 1]").replace("goal = maximize", "goal = minimize"));

        assertThat(cli.out()).contains("12 reused");
        assertThat(own.flowsweep("chart", "train", "--type", "curves", "--y", "loss", "--series", "rate")
                        .out())
                .contains("12 runs");
    }

    @Test
    void curvesAreOfferedWhereRunsReportMoreThanOnce() {
        path.resolve("other").toFile().mkdir();
        TrainFolder other = TrainFolder.in(path.resolve("other"));
        other.run(TrainFolder.SWEEP);
        Path charts = other.path().resolve("out/train/latest/charts");

        assertThat(List.of(charts.toFile().list())).anyMatch(name -> name.endsWith("curves-loss.svg"));
        assertThat(other.flowsweep(
                                "report", "-o", other.path().resolve("r.html").toString())
                        .exit())
                .isZero();
        assertThat(other.path().resolve("r.html")).content().contains("curves chart of loss");
    }

    @Test
    void noneIsOfferedWhereTheyReportOnce() {
        Path once = path.resolve("once");
        once.toFile().mkdir();
        TrainFolder other = new TrainFolder(once);
        other.write("Train.java", TrainFolder.FLOW.replace("step <= 4", "step <= 1"));
        Cli cli = other.run(TrainFolder.SWEEP);

        assertThat(cli.out()).doesNotContain("not drawn");
        assertThat(List.of(once.resolve("out/train/latest/charts").toFile().list()))
                .noneMatch(name -> name.contains("curves"));
        assertThat(once.resolve("out/train/latest/report.html")).content().doesNotContain("curves chart");
    }

    @Test
    void curvesOfWhatIsNotReportedAreRefused() {
        Cli cli = folder.run(TrainFolder.SWEEP + "charts = [ { type = curves, y = accuracy } ]\n", "--dry-run");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err())
                .contains("train.conf:12: curves are drawn of what is reported, and \"accuracy\" is not")
                .contains("reported = NAME");
    }
}
