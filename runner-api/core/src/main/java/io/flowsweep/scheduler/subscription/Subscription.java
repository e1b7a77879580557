package io.flowsweep.scheduler.subscription;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event that one deployment waits for.
 *
 * @param trigger which of its triggers, from 0
 * @param part which of the trigger's events, from 0
 */
public record Subscription(Served deployment, int trigger, int part) {

    private static final String FLOW = "flow";

    /** All that it waits for. */
    public static List<Subscription> of(Served deployment) {
        List<Subscription> all = new ArrayList<>();
        for (int trigger = 0; trigger < deployment.automation().triggers().size(); trigger++) {
            TriggerPlan plan = deployment.automation().triggers().get(trigger);
            for (int part = 0; part < plan.events().size(); part++) {
                all.add(new Subscription(deployment, trigger, part));
            }
        }
        return all;
    }

    public TriggerPlan plan() {
        return deployment.automation().triggers().get(trigger);
    }

    public EventPlan event() {
        return plan().events().get(part);
    }

    /** Whether an event of its name is meant: after the deployment came to be, and with the values it asks for. */
    public boolean takes(TriggerEvent published) {
        return !deployment.version().paused()
                && !published.at().isBefore(deployment.deployedSince())
                && matches(published.payload());
    }

    /** Runs of a flow are those of the deployment's own branch of its project, if it is in one. */
    public boolean matches(Map<String, Object> payload) {
        boolean named = event().where().entrySet().stream()
                .allMatch(condition -> value(payload, condition.getKey())
                        .map(PlainValues::text)
                        .filter(condition.getValue()::equals)
                        .isPresent());
        return named && (isOfAnyBranch() || isOfOwnBranch(payload));
    }

    private boolean isOfAnyBranch() {
        return !event().event().equals(TriggerEvent.RUN_FINISHED)
                || !event().where().containsKey(FLOW)
                || deployment.version().plan().project().isEmpty();
    }

    private boolean isOfOwnBranch(Map<String, Object> payload) {
        Optional<String> project = deployment.version().plan().project();
        return project.equals(Optional.ofNullable(payload.get("project")))
                && deployment.version().branch().equals(Optional.ofNullable(payload.get("branch")));
    }

    /** What an event gives the run; what its payload lacks is left out. */
    public Map<String, Object> parameters(TriggerEvent published) {
        Map<String, Object> values = new LinkedHashMap<>();
        event().parameters()
                .forEach((name, path) -> value(published.payload(), path).ifPresent(value -> values.put(name, value)));
        return values;
    }

    /** What stands at a dotted path; a key that holds dots itself comes first. */
    private static Optional<Object> value(Map<?, ?> payload, String path) {
        if (payload.containsKey(path)) {
            return Optional.ofNullable(payload.get(path));
        }
        int dot = path.indexOf('.');
        return dot > 0 && payload.get(path.substring(0, dot)) instanceof Map<?, ?> below
                ? value(below, path.substring(dot + 1))
                : Optional.empty();
    }
}
