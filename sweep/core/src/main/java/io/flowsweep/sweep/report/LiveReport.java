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
import java.time.Duration;
import java.util.List;

/**
 * The report of a sweep that goes on, {@code report.html} and {@code report.md} in its results folder. To write it takes at
 * most a twentieth of the time of one thread: after a slow one the next waits longer. Thread-safe.
 */
public final class LiveReport implements ResultsWriter.Companion {

    private static final long LEAST_PAUSE = Duration.ofSeconds(3).toNanos();
    private static final int PAUSE_FACTOR = 20;

    private final SweepStarted start;
    private final SweepTally tally;
    private final ResultsFolder folder;
    private final List<ChartFile> charts;
    private Surroundings surroundings;
    private long next = System.nanoTime();

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
    public List<Path> write(Table table, boolean last) {
        long begin = System.nanoTime();
        if (last || begin - next >= 0) {
            Report report = report(table, last);
            ReportFolder.html(report, html());
            ReportFolder.markdown(report, markdown());
            long end = System.nanoTime();
            next = end + Math.max(LEAST_PAUSE, PAUSE_FACTOR * (end - begin));
        }
        return List.of(html(), markdown());
    }

    private synchronized Report report(Table table, boolean last) {
        SweepSummary summary = tally.summary();
        List<ReportChart> drawn = charts.stream()
                .map(chart -> ReportFolder.drawn(chart, folder.charts()))
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
