package io.flowsweep.sweep.engine.run;

import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.MetricSpec.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has a command's runs report what the metrics of a sweep are read from, while they go on. */
final class MetricReads {

    private MetricReads() {}

    static FlowMutator of(List<MetricSpec> metrics) {
        Map<String, String> patterns = new LinkedHashMap<>();
        Map<String, String> columns = new LinkedHashMap<>();
        for (MetricSpec metric : metrics) {
            metric.pattern().ifPresent(regex -> patterns.put(metric.reportedAs().orElseThrow(), regex));
            if (metric.source() == Source.CSV) {
                columns.put(metric.of(), metric.of());
            }
        }
        ReadPlan reads = new ReadPlan(patterns, columns);
        return plan -> plan.command()
                .map(command -> plan.withCommand(command.reading(reads)))
                .orElse(plan);
    }
}
