package io.flowsweep.sweep;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** What a sweep says, value by value: so that two of them can be held against each other. */
final class SweepDescription {

    /** Of a longer axis these are told, and how many there are. */
    private static final long MOST_VALUES = 100;

    private SweepDescription() {}

    /**
     * Flow, axes with their values, where, repeats, metrics, objective, baseline, and what no axis varies.
     *
     * @param first what the first variant is given
     */
    static Map<String, Object> of(SweepSpec spec, Map<String, Object> first) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("flow", spec.flow().getFileName().toString());
        spec.axes().forEach(axis -> values.put("axes." + axis.path(), axis(axis)));
        List<String> conditions =
                spec.variation().where().stream().map(Object::toString).toList();
        if (!conditions.isEmpty()) {
            values.put("where", String.join(" and ", conditions));
        }
        values.put("repeats.n", (long) spec.repeats().n());
        spec.repeats().seedPath().ifPresent(path -> {
            values.put("repeats.seed_path", path);
            values.put("repeats.seeds", spec.repeats().seeds());
        });
        spec.views().metrics().forEach(metric -> values.put("metrics." + metric.name(), metric(metric)));
        spec.views().objective().ifPresent(metric -> values.put("objective", metric));
        spec.views().baseline().forEach((path, value) -> values.put("baseline." + path, value));
        first.forEach((path, value) -> {
            if (spec.axes().stream()
                    .noneMatch(axis -> path.equals(axis.path()) || path.startsWith(axis.path() + "."))) {
                values.put(path, value);
            }
        });
        return values;
    }

    private static List<Object> axis(Axis axis) {
        long size = axis.domain().size();
        List<Object> values = new ArrayList<>(LongStream.range(0, Math.min(size, MOST_VALUES))
                .mapToObj(axis.domain()::get)
                .toList());
        if (size > MOST_VALUES) {
            values.add("… " + size + " in all");
        }
        return values;
    }

    private static Map<String, Object> metric(MetricSpec metric) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(metric.source().name().toLowerCase(Locale.ROOT), metric.of());
        said.put("reduce", metric.reduce().toString());
        metric.goal().ifPresent(goal -> said.put("goal", goal.name().toLowerCase(Locale.ROOT)));
        metric.unit().ifPresent(unit -> said.put("unit", unit));
        return said;
    }
}
