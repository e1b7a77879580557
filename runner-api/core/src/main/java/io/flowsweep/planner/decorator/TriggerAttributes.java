package io.flowsweep.planner.decorator;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.Trigger;
import io.flowsweep.flow.TriggerOnFinish;
import io.flowsweep.flow.Triggers;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.plan.EventNames;
import io.flowsweep.plan.TriggerPlans;
import io.flowsweep.plan.attributes.Attributes;
import io.flowsweep.plan.attributes.DeployScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates {@code @Trigger}, {@code @Triggers} and {@code @TriggerOnFinish} against the configs. */
final class TriggerAttributes {

    private final DeployScope scope;
    private final List<String> parameters;
    private final String where;

    /**
     * @param parameters the names of the flow's parameters
     * @param where the decorator, for errors
     */
    TriggerAttributes(DeployScope scope, List<String> parameters, String where) {
        this.scope = scope;
        this.parameters = parameters;
        this.where = where;
    }

    /** @return empty when the configs name no event */
    Optional<TriggerPlan> of(Trigger trigger) {
        return joined(events(trigger), "", "");
    }

    /** @return empty when the configs name no event */
    Optional<TriggerPlan> of(Triggers triggers) {
        List<EventPlan> events = new ArrayList<>();
        for (Trigger trigger : triggers.value()) {
            events.addAll(events(trigger));
        }
        return joined(events, triggers.join(), triggers.reset());
    }

    /** @return empty when the configs name no flow */
    Optional<TriggerPlan> of(TriggerOnFinish finish) {
        Map<String, String> end = TriggerPlans.end(expanded(finish.on()), where);
        List<EventPlan> events = new ArrayList<>();
        for (String text : finish.value()) {
            names(text).forEach(flow -> events.add(TriggerPlans.finished(flow, end)));
        }
        return joined(events, finish.join(), finish.reset());
    }

    private Optional<TriggerPlan> joined(List<EventPlan> events, String join, String reset) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Attributes attributes = new Attributes(scope, "", Map.of("join", join, "reset", reset), where);
        Join how = attributes.constant("join", Join.class).orElse(Join.ANY);
        Optional<Duration> after = attributes.duration("reset");
        if (after.isPresent() && how == Join.ANY) {
            throw refused("reset is for events that are joined by all", "Leave it out, or say join = \"all\".");
        }
        if (after.isPresent() && (after.get().isNegative() || after.get().isZero())) {
            throw refused("reset must be more than nothing, but got " + reset, "");
        }
        return Optional.of(new TriggerPlan(List.copyOf(events), how, after));
    }

    private List<EventPlan> events(Trigger trigger) {
        Map<String, String> conditions = assignments("where", trigger.where());
        Map<String, String> mapping = new LinkedHashMap<>();
        assignments("parameters", trigger.parameters()).forEach((name, path) -> mapping.put(parameter(name), path));
        return names(trigger.event()).stream()
                .map(name -> new EventPlan(EventNames.check(name, where), conditions, mapping))
                .toList();
    }

    /** What an attribute names that may stand for several, or for none. */
    private List<String> names(String text) {
        Object value = scope.expand(text, where);
        if (value instanceof List<?> items) {
            return items.stream().map(PlainValues::text).toList();
        }
        if (value instanceof Map) {
            throw refused(text + " must be a name or a list of names, but got " + PlainValues.text(value), "");
        }
        return value.equals("") && DeployScope.refers(text) ? List.of() : List.of(PlainValues.text(value));
    }

    /** {@code a = b}; of a text without {@code =} both are the same. */
    private Map<String, String> assignments(String attribute, String[] texts) {
        Map<String, String> assignments = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0 && scope.expand(text, where) instanceof Map<?, ?> all) {
                all.forEach((key, value) -> assignments.put((String) key, PlainValues.text(value)));
                continue;
            }
            String left = expanded(equals < 0 ? text : text.substring(0, equals));
            String right = expanded(equals < 0 ? text : text.substring(equals + 1));
            if (left.isEmpty() || equals < 0 && attribute.equals("where")) {
                throw refused(attribute + " must be NAME = VALUE, but got \"" + text + "\"", "");
            }
            assignments.put(left, right);
        }
        return assignments;
    }

    private String expanded(String text) {
        return PlainValues.text(scope.expand(text.strip(), where));
    }

    private String parameter(String name) {
        return parameters.stream()
                .filter(known -> KeyStyle.same(known, name))
                .findFirst()
                .orElseThrow(() -> refused(
                        "the payload cannot give a parameter \"" + name + "\", which the flow has not",
                        parameters.isEmpty() ? "It has none at all." : Suggestions.didYouMean(name, parameters)));
    }

    private InvalidInputException refused(String what, String cure) {
        return new InvalidInputException(what, where, cure);
    }
}
