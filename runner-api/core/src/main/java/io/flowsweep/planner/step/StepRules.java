package io.flowsweep.planner.step;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.Environment;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Timeout;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.plan.attributes.Attributes;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Evaluates the decorators of one step against the configs: those on the step, else those on the class. */
final class StepRules {

    private final FlowDefinition flow;
    private final StepMethod step;
    private final DeployScope scope;
    private final List<Problem> problems;

    private StepRules(FlowDefinition flow, StepMethod step, DeployScope scope, List<Problem> problems) {
        this.flow = flow;
        this.step = step;
        this.scope = scope;
        this.problems = problems;
    }

    /** The rules of a step; {@link RulesPlan#NONE} when problems were added. */
    static RulesPlan of(FlowDefinition flow, StepMethod step, DeployScope scope, List<Problem> problems) {
        try {
            return new StepRules(flow, step, scope, problems).rules();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return RulesPlan.NONE;
        }
    }

    private RulesPlan rules() {
        Optional<Attributes> retry = decorator(Retry.class)
                .map(r -> attributes(
                        "@Retry", r.value(), Map.of("times", r.times(), "delay", r.delay(), "backoff", r.backoff())));
        Optional<Timeout> timeout = decorator(Timeout.class);
        Optional<Attributes> caught = Optional.ofNullable(step.method().getAnnotation(Catch.class))
                .map(c -> attributes("@Catch", "", Map.of("artifact", c.artifact())));
        Optional<String> artifact = caught.flatMap(c -> c.text("artifact"));
        artifact.ifPresent(name -> StepChecks.checkCatchArtifact(flow, step, name, problems));
        return new RulesPlan(
                retry.flatMap(r -> r.count("times", 0)).orElse(0),
                retry.flatMap(r -> r.duration("delay")).orElse(Duration.ZERO),
                retry.flatMap(r -> r.number("backoff", 1)).orElse(1.0),
                timeout.map(this::limit),
                caught.isPresent(),
                artifact,
                environment(),
                Optional.empty());
    }

    private <A extends Annotation> Optional<A> decorator(Class<A> annotation) {
        return Optional.ofNullable(step.method().getAnnotation(annotation)).or(() -> flow.annotation(annotation));
    }

    private Attributes attributes(String decorator, String whole, Map<String, String> texts) {
        return new Attributes(scope, whole, texts, step.where() + " " + decorator);
    }

    private Duration limit(Timeout timeout) {
        Duration limit = attributes("@Timeout", "", Map.of("value", timeout.value()))
                .duration("value")
                .orElse(Duration.ZERO);
        if (limit.isZero() || limit.isNegative()) {
            throw refused("@Timeout", "must be more than nothing", limit.toSeconds() + "s");
        }
        return limit;
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        flow.annotation(Environment.class).ifPresent(e -> add(e, variables));
        Optional.ofNullable(step.method().getAnnotation(Environment.class)).ifPresent(e -> add(e, variables));
        return variables;
    }

    private void add(Environment environment, Map<String, String> variables) {
        for (String text : environment.value()) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (equals < 0 && expanded(text) instanceof Map<?, ?> all) {
                all.forEach((key, value) -> variables.put((String) key, PlainValues.text(value == null ? "" : value)));
            } else if (equals < 1) {
                throw refused("@Environment", "must be NAME=value, or ${…} alone for an object of them", text);
            } else {
                variables.put(PlainValues.text(expanded(name)), PlainValues.text(expanded(text.substring(equals + 1))));
            }
        }
    }

    private Object expanded(String text) {
        return scope.expand(text, step.where() + " @Environment");
    }

    private InvalidInputException refused(String decorator, String rule, Object value) {
        return new InvalidInputException(
                decorator + " " + rule + ", but got " + value, step.where() + " " + decorator, "");
    }
}
