package io.flowsweep.sweep.live;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has reported while it went on, a chart for each metric. */
final class LearningCurves {

    private static final String STEP = "step";
    private static final int MOST = 6;

    private LearningCurves() {}

    static List<ChartModel> of(Run run) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (MetricValue value : run.metrics()) {
            tables.computeIfAbsent(value.metric(), LearningCurves::table).add(List.of(value.step(), value.value()));
        }
        return tables.values().stream()
                .limit(MOST)
                .map(table -> Aggregation.of(
                        ChartSpec.line(STEP, table.columns().get(1).name()), table))
                .toList();
    }

    private static Table table(String metric) {
        return new Table(List.of(Column.number(STEP), Column.number(metric.equals(STEP) ? "value of step" : metric)));
    }
}
