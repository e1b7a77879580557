package io.flowsweep.client;

import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.MetricChart;
import io.flowsweep.flow.card.Table;
import java.util.List;

/** Charts of reported values. */
final class MetricCharts {

    private static final String STEP = "step";

    private MetricCharts() {}

    /** One metric is drawn under its own name, several as the series of one chart. */
    static Chart of(MetricChart chart, List<MetricValue> values) {
        List<String> metrics = chart.metrics();
        boolean one = metrics.size() == 1 && !metrics.get(0).equals(STEP);
        List<List<Object>> rows = values.stream()
                .filter(value -> metrics.contains(value.metric()))
                .map(value -> one
                        ? List.<Object>of(value.step(), value.value())
                        : List.<Object>of(value.step(), value.value(), value.metric()))
                .toList();
        Chart drawn = one
                ? Chart.line(new Table(List.of(STEP, metrics.get(0)), rows), STEP, metrics.get(0))
                : Chart.line(new Table(List.of(STEP, "value", "metric"), rows), STEP, "value")
                        .series("metric");
        drawn = chart.title().map(drawn::title).orElse(drawn);
        return chart.logY() ? drawn.withLogY() : drawn;
    }
}
