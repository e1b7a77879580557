package io.flowsweep.sweep;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.DefaultCharts;
import io.flowsweep.plots.charts.Varied;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.report.ReportChart;
import io.flowsweep.sweep.results.BaselineCharts;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.sweep.spec.RunColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Charts of what is on record of a sweep. */
final class RecordedCharts {

    private final SweepStarted start;
    private final ResultsTable results;

    RecordedCharts(SweepStarted start, ResultsTable results) {
        this.start = start;
        this.results = results;
    }

    /** Those that fit what was varied. */
    List<ChartSpec> fitting() {
        Table table = results.table();
        List<Varied> varied = ResultColumns.axes(start.axes()).stream()
                .map(column -> Varied.of(table, column))
                .toList();
        List<ChartSpec> charts = new ArrayList<>(DefaultCharts.of(
                varied, start.metrics().stream().map(RecordedCharts::column).toList()));
        start.metrics().stream()
                .filter(metric -> metric.reported().isPresent())
                .forEach(metric -> charts.add(DefaultCharts.curves(varied, RunColumns.STEP, column(metric))));
        Function<ChartSpec, Table> tables = results.tables(table);
        return charts.stream()
                .map(this::known)
                .filter(chart -> new ChartFile(1, chart, true).isWorthwhile(tables.apply(chart)))
                .toList();
    }

    /** A chart that knows what the rows of its table are, and the sweep's baseline. */
    ChartSpec known(ChartSpec chart) {
        BaselineCharts baseline =
                new BaselineCharts(start.axes(), start.baseline().orElse(Map.of()), ShownTable.flows(results.table()));
        return ResultColumns.chart(baseline.given(chart), start.repeats() > 1, start.isPaired());
    }

    /** @param rows as they were a moment ago */
    List<ReportChart> drawn(List<ChartFile> charts, Table rows) {
        Function<ChartSpec, Table> tables = results.tables(rows);
        return charts.stream()
                .filter(chart -> chart.isWorthwhile(tables.apply(chart.spec())))
                .map(chart -> ReportChart.draw(chart, tables))
                .toList();
    }

    private static String column(MetricColumn metric) {
        return ResultColumns.metric(metric.name());
    }
}
