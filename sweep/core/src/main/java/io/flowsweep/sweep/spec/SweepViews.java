package io.flowsweep.sweep.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the runs of a sweep are looked at: a change of any of it makes no run another one.
 *
 * @param metrics in the order of the text
 * @param objective the name of a metric that has a goal
 * @param baseline path of an axis to value: variants with these are what others are compared with; empty when none is named
 * @param charts in the order of the text
 */
public record SweepViews(
        List<MetricSpec> metrics,
        Optional<String> objective,
        Map<String, Object> baseline,
        List<ChartRequest> charts) {}
