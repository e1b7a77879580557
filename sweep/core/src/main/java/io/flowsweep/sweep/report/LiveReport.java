package io.flowsweep.sweep.report;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.EmptyChart;
import io.flowsweep.sweep.results.ResultsFolder;
import io.flowsweep.sweep.results.ResultsWriter;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepTally;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The report of a sweep that goes on, {@code report.html} and {@code report.md} in its results folder. Thread-safe.
 */
public final class LiveReport implements ResultsWriter.Companion {

    private final SweepStarted start;
    private final SweepTally tally;
    private final ResultsFolder folder;
    private final List<ChartFile> charts;
    private Whereabouts whereabouts;

    public LiveReport(SweepStarted start, SweepTally tally, ResultsFolder folder, List<ChartFile> charts) {
        this.start = start;
        this.tally = tally;
        this.folder = folder;
        this.charts = List.copyOf(charts);
        this.whereabouts = Whereabouts.UNKNOWN.with(start);
    }

    @Override
    public synchronized void accept(SweepEvent event) {
        whereabouts = whereabouts.with(event);
    }

    @Override
    public List<Path> write(Table table, List<EmptyChart> empty, boolean last) {
        Report report = report(table, empty, last);
        ReportFolder.html(report, html());
        ReportFolder.markdown(report, markdown());
        return List.of(html(), markdown());
    }

    private synchronized Report report(Table table, List<EmptyChart> empty, boolean last) {
        SweepSummary summary = tally.summary();
        List<ReportChart> drawn =
                charts.stream().flatMap(chart -> found(chart, empty).stream()).toList();
        return new Report(start, whereabouts, summary, summary.stateText(), table, drawn, !last);
    }

    /** Nothing of a chart that was offered and left out so far. */
    private Optional<ReportChart> found(ChartFile chart, List<EmptyChart> empty) {
        Optional<ReportChart> left = empty.stream()
                .filter(one -> one.chart().equals(chart))
                .findFirst()
                .map(ReportChart::of);
        boolean there = !chart.offered() || ReportFolder.isDrawn(chart, folder.charts());
        return left.isPresent() || !there ? left : Optional.of(ReportFolder.drawn(chart, folder.charts()));
    }

    private Path html() {
        return folder.csv().resolveSibling("report.html");
    }

    private Path markdown() {
        return folder.csv().resolveSibling("report.md");
    }
}
