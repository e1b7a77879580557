package io.flowsweep.cli.status;

import io.flowsweep.cli.output.ProgressLine;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.text.TextRenderer;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.SweepSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a sweep stands, as a screen full of text: progress, status, a chart. */
final class WatchText {

    private static final int CHART_ROWS = 14;

    private final RecordedSweep sweep;
    private final Optional<ChartFile> chart;

    /**
     * @param chart the number of a chart of the sweep, from 1; 0 for none
     * @throws InvalidInputException when there is no such chart; a sweep without any has no first one either, and none is drawn
     */
    WatchText(RecordedSweep sweep, int chart) {
        this.sweep = sweep;
        List<ChartFile> charts = chart == 0 ? List.of() : sweep.chartFiles();
        if (chart < 0 || chart > Math.max(1, charts.size())) {
            throw new InvalidInputException(
                    "there is no chart " + chart,
                    "--chart",
                    charts.isEmpty() ? "The sweep has none" : "It is a number from 0, for none, to " + charts.size());
        }
        this.chart = charts.stream().filter(c -> c.number() == chart).findFirst();
    }

    /** @param width the most characters of a line */
    String of(int width) {
        SweepSummary summary = sweep.summary();
        boolean ending = summary.outcome().isPresent();
        String line = ProgressLine.render(summary, ending, summary.elapsed(), Instant.now(), width);
        return line + "\n" + StatusText.of(sweep)
                + chart.map(c -> "\n\n" + drawn(c, width)).orElse("");
    }

    private String drawn(ChartFile file, int width) {
        try {
            Table table = sweep.table(file.spec());
            return file.title() + "\n" + TextRenderer.text(Aggregation.of(file.spec(), table), width - 1, CHART_ROWS);
        } catch (PlotException e) {
            return file.title() + " cannot be drawn: " + e.getMessage();
        }
    }
}
