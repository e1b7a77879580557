package io.flowsweep.plan;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Durations;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.plan.attributes.Attributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A decorator from outside, as text: {@code retry:times=2,delay=30s,backoff=2}, {@code timeout:value=5m},
 * {@code catch:artifact=failed}, {@code environment:NAME=value}, {@code resources:cpu=4,memory=2GB,gpu=1,pools.licence=1},
 * {@code schedule:cron=0 6 * * 1,5,timezone=Europe/Berlin}, {@code trigger:event=data.ready},
 * {@code trigger_on_finish:flow=Load,on=ended}. It goes to every step that has none of
 * its kind; {@code resources} replaces those of the run, {@code schedule} and the triggers take the place of the flow's own.
 */
public final class Decospec {

    private static final String POOLS = "pools.";

    private static final Map<String, List<String>> KINDS = new TreeMap<>(Map.of(
            "retry", List.of("times", "delay", "backoff"),
            "timeout", List.of("value"),
            "catch", List.of("artifact"),
            "resources", List.of("cpu", "memory", "gpu", POOLS),
            "environment", List.of(),
            "schedule", SchedulePlans.NAMES,
            "trigger", List.of("event"),
            "trigger_on_finish", List.of("flow", "on")));

    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Decospec(String text) {
        this.text = text;
    }

    /** @throws InvalidInputException when the text is none of these; with did-you-mean */
    public static FlowMutator parse(String text) {
        Decospec spec = new Decospec(text);
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        if (!KINDS.containsKey(kind)) {
            throw spec.refused("there is no decorator \"" + kind + "\"", Suggestions.didYouMean(kind, KINDS.keySet()));
        }
        spec.readValues(colon < 0 ? "" : text.substring(colon + 1), KINDS.get(kind));
        return switch (kind) {
            case "retry" -> spec.retry();
            case "timeout" -> spec.timeout();
            case "catch" -> spec.caught();
            case "environment" -> spec.environment();
            case "schedule" -> spec.schedule();
            case "trigger" -> trigger(TriggerPlans.event(spec.values, "--with " + text));
            case "trigger_on_finish" -> trigger(TriggerPlans.finish(spec.values, "--with " + text));
            default -> spec.resources();
        };
    }

    private void readValues(String list, List<String> known) {
        String last = "";
        for (String assignment : list.isEmpty() ? new String[0] : list.split(",")) {
            int equals = assignment.indexOf('=');
            if (equals < 0 && last.equals("cron")) { // 0 6 * * 1,5
                values.merge(last, assignment, (first, more) -> first + "," + more);
                continue;
            }
            if (equals < 1) {
                throw refused("\"" + assignment + "\" is no NAME=VALUE", "");
            }
            String name = assignment.substring(0, equals).trim();
            if (!known.isEmpty()
                    && known.stream().noneMatch(k -> k.equals(POOLS) ? name.startsWith(k) : name.equals(k))) {
                throw refused("it has no \"" + name + "\"", Suggestions.didYouMean(name, known));
            }
            values.put(name, assignment.substring(equals + 1).trim());
            last = name;
        }
    }

    private FlowMutator retry() {
        int times = (int) number("times", "3", 0);
        Duration delay = duration("delay", "0s");
        double backoff = number("backoff", "1", 1);
        return rules(
                step -> step.rules().retries() > 0 ? step.rules() : step.rules().withRetry(times, delay, backoff));
    }

    private FlowMutator timeout() {
        Duration limit = duration("value", "");
        return rules(step ->
                step.rules().timeout().isPresent() ? step.rules() : step.rules().withTimeout(limit));
    }

    /** A step that decides what follows cannot go on after a failure. */
    private FlowMutator caught() {
        Optional<String> artifact = Optional.ofNullable(values.get("artifact"));
        return rules(step -> step.rules().caught()
                        || step.foreach().isPresent()
                        || step.choice().isPresent()
                ? step.rules()
                : step.rules().withCatch(artifact));
    }

    private FlowMutator environment() {
        return rules(step -> {
            Map<String, String> variables = new TreeMap<>(values);
            variables.putAll(step.rules().environment());
            return step.rules().withEnvironment(variables);
        });
    }

    private FlowMutator resources() {
        Map<String, Object> object = new LinkedHashMap<>();
        Map<String, Object> pools = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(POOLS)) {
                pools.put(name.substring(POOLS.length()), value);
            } else {
                object.put(name, value);
            }
        });
        object.put("pools", pools);
        return ResourceRequest.of("resources", object, "--with " + text)::applyTo;
    }

    private FlowMutator schedule() {
        String where = "--with " + text;
        SchedulePlan schedule = SchedulePlans.of(new Attributes("schedule", values, SchedulePlans.NAMES, where), where);
        return plan -> plan.withAutomation(
                plan.automation().orElse(AutomationPlan.NONE).with(schedule));
    }

    private static FlowMutator trigger(TriggerPlan trigger) {
        return plan -> plan.withAutomation(
                plan.automation().orElse(AutomationPlan.NONE).with(List.of(trigger)));
    }

    private static FlowMutator rules(Function<StepPlan, RulesPlan> change) {
        return plan -> plan.withRules(change);
    }

    private double number(String name, String otherwise, double least) {
        String value = values.getOrDefault(name, otherwise);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refused(name + " must be a number of at least " + (long) least + ", but got \"" + value + "\"", "");
    }

    private Duration duration(String name, String otherwise) {
        try {
            return Durations.parse(values.getOrDefault(name, otherwise));
        } catch (CodecException e) {
            throw refused(name + ": " + e.getMessage(), "");
        }
    }

    private InvalidInputException refused(String what, String cure) {
        return new InvalidInputException("--with " + text + ": " + what, "", cure);
    }
}
