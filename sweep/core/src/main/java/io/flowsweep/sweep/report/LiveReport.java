package io.flowsweep.sweep.report;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultsFolder;
import io.flowsweep.sweep.results.ResultsWriter;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepTally;
import java.nio.file.Path;
import java.util.List;

/**
 * The report of a sweep that goes on, {@code report.html} and {@code report.md} in its results folder. Thread-safe.
 */
public final class LiveReport implements ResultsWriter.Companion {

    private final SweepStarted start;
    private final SweepTally tally;
    private final ResultsFolder folder;
    private final List<ChartFile> charts;
    private Surroundings surroundings;

    public LiveReport(SweepStarted start, SweepTally tally, ResultsFolder folder, List<ChartFile> charts) {
        this.start = start;
        this.tally = tally;
        this.folder = folder;
        this.charts = List.copyOf(charts);
        this.surroundings = Surroundings.UNKNOWN.with(start);
    }

    @Override
    public synchronized void accept(SweepEvent event) {
        surroundings = surroundings.with(event);
    }

    @Override
    public List<Path> write(Table table, List<ChartFile> empty, boolean last) {
        Report report = report(table, empty, last);
        ReportFolder.html(report, html());
        ReportFolder.markdown(report, markdown());
        return List.of(html(), markdown());
    }

    private synchronized Report report(Table table, List<ChartFile> empty, boolean last) {
        SweepSummary summary = tally.summary();
        List<ReportChart> drawn = charts.stream()
                .filter(chart ->
                        !chart.offered() || empty.contains(chart) || ReportFolder.isDrawn(chart, folder.charts()))
                .map(chart ->
                        empty.contains(chart) ? ReportChart.empty(chart) : ReportFolder.drawn(chart, folder.charts()))
                .toList();
        return new Report(start, surroundings, summary, summary.stateText(), table, drawn, !last);
    }

    private Path html() {
        return folder.csv().resolveSibling("report.html");
    }

    private Path markdown() {
        return folder.csv().resolveSibling("report.md");
    }
}
