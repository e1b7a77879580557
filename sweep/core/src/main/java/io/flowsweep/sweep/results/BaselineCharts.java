package io.flowsweep.sweep.results;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.variant.FlowLabels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the baseline of a sweep is for its charts: a forest plot of each variant beside the baseline that is otherwise like it. Charts
 * are those of a {@link ResultsTable}, by its columns. Immutable.
 */
public final class BaselineCharts {

    private final Map<String, String> labels;

    /** As {@link ChartSpec#baseline} joins the values of several columns. */
    private static final String BETWEEN = " · ";

    /** The columns of the baseline's axes, with its values as charts write them. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    /**
     * @param baseline path of an axis to its value; empty when there is none
     * @param flows those that an axis over flows has, from which the baseline's is told by its label
     */
    public BaselineCharts(List<ValueColumn> axes, Map<String, Object> baseline, Collection<String> flows) {
        labels = FlowLabels.of(flows);
        axes.stream()
                .filter(axis -> baseline.containsKey(axis.path()))
                .forEach(axis -> texts.put(
                        ResultColumns.column(axis.name(), axis.path()),
                        axis.path().equals(FlowLabels.AXIS) ? label(text(axis, baseline)) : text(axis, baseline)));
    }

    private String label(String flow) {
        return labels.getOrDefault(flow, FlowLabels.of(List.of(flow)).get(flow));
    }

    /** A chart of differences that names no baseline has the sweep's, where its x are axes of that. */
    public ChartSpec given(ChartSpec chart) {
        List<String> x = chart.columns(Channel.X);
        boolean its = chart.type() == ChartType.DIFFERENCE
                && chart.baseline().isEmpty()
                && !x.isEmpty()
                && texts.keySet().containsAll(x);
        return its ? chart.withBaseline(x.stream().map(texts::get).collect(Collectors.joining(BETWEEN))) : chart;
    }

    /**
     * The forest plot of a metric; empty when there is no baseline.
     *
     * @param varied the columns of what was varied
     */
    public Optional<ChartSpec> forest(List<String> varied, String metric) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<String> alike =
                varied.stream().filter(column -> !texts.containsKey(column)).toList();
        return Optional.of(given(ChartSpec.of(ChartType.DIFFERENCE)
                .with(Channel.X, List.copyOf(texts.keySet()))
                .with(Channel.Y, metric)
                .with(Channel.SERIES, alike)));
    }

    /** The baseline in words: {@code cpu = 1, backend = loops}. */
    public String words() {
        return texts.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String text(ValueColumn axis, Map<String, Object> values) {
        Table one = new Table(ResultColumns.columns(List.of(axis)));
        one.add(ResultColumns.cells(List.of(axis), values));
        return one.text(0, one.columns().get(0).name());
    }
}
