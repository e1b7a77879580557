package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Triggers from what decorators say. */
public final class TriggerPlans {

    /** How a run ends, as a trigger says it, to what stands in the payload of its event; empty for any end. */
    private static final Map<String, Map<String, String>> ENDS = Map.of(
            "succeeded", Map.of("succeeded", "true"),
            "failed", Map.of("succeeded", "false"),
            "ended", Map.of());

    private TriggerPlans() {}

    /** By one event: {@code event} is its name. */
    static TriggerPlan event(Map<String, String> values, String where) {
        String event = EventNames.check(values.getOrDefault("event", ""), where);
        return any(new EventPlan(event, Map.of(), Map.of()));
    }

    /** By the end of a run: {@code flow} is the flow's name or the deployment's, {@code on} is how it ends. */
    static TriggerPlan finish(Map<String, String> values, String where) {
        String flow = values.getOrDefault("flow", "");
        if (flow.isEmpty()) {
            throw new InvalidInputException("it names no flow", where, "Say flow=NAME.");
        }
        return any(finished(flow, end(values.getOrDefault("on", "succeeded"), where)));
    }

    private static TriggerPlan any(EventPlan event) {
        return new TriggerPlan(List.of(event), Join.ANY, Optional.empty());
    }

    /**
     * The event that a run of a flow has ended.
     *
     * @param flow its name; with a dot in it, the name of its deployment
     * @param end see {@link #end}
     */
    public static EventPlan finished(String flow, Map<String, String> end) {
        Map<String, String> conditions = new LinkedHashMap<>(end);
        conditions.put(flow.indexOf('.') < 0 ? "flow" : "deployment", flow);
        return new EventPlan(TriggerEvent.RUN_FINISHED, conditions, Map.of());
    }

    /**
     * What the payload of such an event must hold.
     *
     * @param on {@code succeeded}, {@code failed} or {@code ended}
     * @throws InvalidInputException when it is none of these
     */
    public static Map<String, String> end(String on, String where) {
        Map<String, String> end = ENDS.get(on);
        if (end == null) {
            throw new InvalidInputException(
                    "on must be succeeded, failed or ended, but got " + on,
                    where,
                    Suggestions.didYouMean(on, ENDS.keySet()));
        }
        return end;
    }
}
