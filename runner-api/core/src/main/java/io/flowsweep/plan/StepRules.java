package io.flowsweep.plan;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Durations;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.Environment;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Timeout;
import io.flowsweep.plan.FlowDefinition.StepMethod;
import io.flowsweep.plan.FlowPlan.RulesPlan;
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
    private final Map<String, Object> configs;

    private StepRules(FlowDefinition flow, StepMethod step, Map<String, Object> configs) {
        this.flow = flow;
        this.step = step;
        this.configs = configs;
    }

    /** The rules of a step; {@link RulesPlan#NONE} when problems were added. */
    static RulesPlan of(FlowDefinition flow, StepMethod step, Map<String, Object> configs, List<Problem> problems) {
        try {
            return new StepRules(flow, step, configs).rules();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return RulesPlan.NONE;
        }
    }

    private RulesPlan rules() {
        Optional<Retry> retry = decorator(Retry.class);
        Optional<Timeout> timeout = decorator(Timeout.class);
        Optional<Catch> caught = Optional.ofNullable(step.method().getAnnotation(Catch.class));
        return new RulesPlan(
                retry.map(r -> (int) number("@Retry times", r.times(), 0)).orElse(0),
                retry.map(r -> duration("@Retry delay", r.delay())).orElse(Duration.ZERO),
                retry.map(r -> number("@Retry backoff", r.backoff(), 1)).orElse(1.0),
                timeout.map(t -> positive(duration("@Timeout", t.value()))),
                caught.isPresent(),
                caught.map(Catch::artifact).filter(a -> !a.isEmpty()),
                environment());
    }

    private <A extends Annotation> Optional<A> decorator(Class<A> annotation) {
        return Optional.ofNullable(step.method().getAnnotation(annotation)).or(() -> flow.annotation(annotation));
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        flow.annotation(Environment.class).ifPresent(e -> add(e, variables));
        Optional.ofNullable(step.method().getAnnotation(Environment.class)).ifPresent(e -> add(e, variables));
        return variables;
    }

    private void add(Environment environment, Map<String, String> variables) {
        for (String assignment : environment.value()) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw refused("@Environment", "must be NAME=value", assignment);
            }
            variables.put(
                    assignment.substring(0, equals),
                    expanded("@Environment", assignment.substring(equals + 1)).toString());
        }
    }

    private double number(String attribute, String text, double least) {
        Object value = expanded(attribute, text);
        try {
            double number = Double.parseDouble(value.toString());
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refused(attribute, "must be a number of at least " + (long) least, value);
    }

    private Duration duration(String attribute, String text) {
        Object value = expanded(attribute, text);
        try {
            return Durations.parse(value.toString());
        } catch (CodecException e) {
            throw refused(attribute, "must be a duration such as 90s, 5m or 1h", value);
        }
    }

    private Duration positive(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw refused("@Timeout", "must be more than nothing", duration.toSeconds() + "s");
        }
        return duration;
    }

    private Object expanded(String attribute, String text) {
        try {
            return Placeholders.expand(text, configs);
        } catch (InvalidInputException e) {
            Problem problem = e.problems().get(0);
            throw new InvalidInputException(problem.what(), step.where() + " " + attribute, problem.cure());
        }
    }

    private InvalidInputException refused(String attribute, String rule, Object value) {
        return new InvalidInputException(attribute + " " + rule + ", but got " + value, step.where(), "");
    }
}
