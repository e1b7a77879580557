package io.flowsweep.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultsFolder;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepTally;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveReportTest {

    private static final String LIVE = "<html lang=\"en\" data-live>";

    @TempDir
    Path root;

    @Test
    void loadsItselfAgainUntilTheSweepHasEnded() {
        ResultsTable results = new ResultsTable();
        SweepTally tally = new SweepTally();
        List<SweepEvent> events = List.of(Samples.started(2), Samples.started(0, 1L, "a"), Samples.succeeded(0, 41.5));
        events.forEach(results::accept);
        events.forEach(tally::accept);
        ResultsFolder folder = ResultsFolder.create(root, "matmul", Samples.START);
        ChartFile missing = new ChartFile(1, ChartSpec.line("cpu", "perf"));
        LiveReport report = new LiveReport(Samples.started(2), tally, folder, List.of(missing));
        Path page = folder.latest().resolve("report.html");

        assertThat(report.write(results.table(), List.of(), false))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());

        assertThat(page).content().contains(LIVE, "MatMul running: 1 of 2 variants succeeded, 1 left.");
        assertThat(page).content().contains("cannot be drawn: there is no 1-line-perf.svg");

        report.write(results.table(), List.of(), true);

        assertThat(page).content().doesNotContain(LIVE);
    }
}
