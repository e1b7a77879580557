package io.flowsweep.cli.output;

import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plan.FlowPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A plan as JSON for programs, in the form of the run's log but with its secrets masked. */
public final class PlanJson {

    private PlanJson() {}

    /** Plain values. */
    public static Map<String, Object> of(FlowPlan plan) {
        Map<String, Object> json = copy(ValueCodec.encode(FlowPlan.class, plan));
        json.computeIfPresent("configs", (key, configs) -> each(configs, PlanJson::masked));
        json.computeIfPresent("parameters", (key, parameters) -> each(parameters, PlanJson::masked));
        json.computeIfPresent("steps", (key, steps) -> Secrets.masked(steps)); // their environments
        return json;
    }

    /** What has a name, with its value masked if the name or a key inside promises a secret. */
    private static Map<String, Object> masked(Map<String, Object> named) {
        for (String part : List.of("value", "text")) {
            named.computeIfPresent(part, (key, value) -> Secrets.masked((String) named.get("name"), value));
        }
        return named;
    }

    private static List<Map<String, Object>> each(Object list, UnaryOperator<Map<String, Object>> change) {
        return ((List<?>) list).stream().map(PlanJson::copy).map(change).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Object map) {
        return new LinkedHashMap<>((Map<String, Object>) map);
    }
}
