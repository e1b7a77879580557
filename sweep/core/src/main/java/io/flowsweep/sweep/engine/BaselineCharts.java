package io.flowsweep.sweep.engine;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.MetricSpec;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.space.Axis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the baseline of a sweep is for its charts: a forest plot of each variant beside the baseline that is otherwise like it. */
final class BaselineCharts {

    /** As {@link ChartSpec#baseline} joins the values of several columns. */
    private static final String BETWEEN = " · ";

    private final SweepSpec spec;

    /** The names of the axes of the baseline, and its values as charts write them. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    BaselineCharts(SweepSpec spec) {
        this.spec = spec;
        for (Axis axis : spec.axes()) {
            if (spec.baseline().containsKey(axis.path())) {
                texts.put(axis.name(), text(ValueColumn.of(axis), spec.baseline()));
            }
        }
    }

    /** A chart of differences that names no baseline has the sweep's, where its x are axes of that. */
    ChartSpec given(ChartSpec chart) {
        List<String> x = chart.columns(Channel.X);
        boolean its = chart.type() == ChartType.DIFFERENCE
                && chart.baseline().isEmpty()
                && !x.isEmpty()
                && texts.keySet().containsAll(x);
        return its ? chart.withBaseline(x.stream().map(texts::get).collect(Collectors.joining(BETWEEN))) : chart;
    }

    /**
     * The forest plot of the objective, or of the first metric: unless there is a baseline for it in a chart already.
     *
     * @param others the charts that there are
     */
    List<ChartSpec> charts(List<ChartSpec> others) {
        boolean shown = others.stream().anyMatch(chart -> chart.type() == ChartType.DIFFERENCE);
        List<String> metrics = spec.metrics().stream().map(MetricSpec::name).toList();
        if (texts.isEmpty() || shown || metrics.isEmpty()) {
            return List.of();
        }
        List<String> alike = spec.axes().stream()
                .filter(axis -> axis.domain().size() > 1)
                .map(Axis::name)
                .filter(name -> !texts.containsKey(name))
                .toList();
        return List.of(ChartSpec.of(ChartType.DIFFERENCE)
                .with(Channel.X, List.copyOf(texts.keySet()))
                .with(Channel.Y, spec.objective().orElse(metrics.get(0)))
                .with(Channel.SERIES, alike)
                .withBaseline(String.join(BETWEEN, texts.values())));
    }

    private static String text(ValueColumn axis, Map<String, Object> values) {
        Table one = new Table(ResultsTable.columns(List.of(axis)));
        one.add(ResultsTable.cells(List.of(axis), values));
        return one.text(0, one.columns().stream().map(Column::name).findFirst().orElseThrow());
    }
}
