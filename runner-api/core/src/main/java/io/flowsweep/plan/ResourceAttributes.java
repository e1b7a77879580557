package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Resources;
import io.flowsweep.plan.FlowDefinition.StepMethod;
import io.flowsweep.plan.FlowPlan.ResourcePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates {@code @Resources} against the configs: the largest need of all steps. */
final class ResourceAttributes {

    private ResourceAttributes() {}

    static ResourcePlan resolve(FlowDefinition flow, Map<String, Object> configs, List<Problem> problems) {
        int cpu = 1;
        Optional<Long> memory = Optional.empty();
        for (StepMethod step : flow.steps().values()) {
            Resources own = step.method().getAnnotation(Resources.class);
            Resources resources = own == null ? flow.annotation(Resources.class).orElse(null) : own;
            if (resources == null) {
                continue;
            }
            String where = (own == null ? flow.name() : step.where()) + " @Resources";
            try {
                cpu = Math.max(cpu, cpu(Placeholders.expand(resources.cpu(), configs), where));
                Optional<Long> needed = memory(Placeholders.expand(resources.memory(), configs), where);
                memory = needed.isPresent() && needed.get() > memory.orElse(0L) ? needed : memory;
            } catch (InvalidInputException e) {
                e.problems().stream()
                        .map(p -> p.where().isEmpty() ? Problem.of(p.what(), where, p.cure()) : p)
                        .filter(p -> !problems.contains(p))
                        .forEach(problems::add);
            }
        }
        return new ResourcePlan(cpu, memory);
    }

    private static int cpu(Object value, String where) {
        if (value.equals("")) {
            return 1;
        }
        try {
            int cpu = Integer.parseInt(value.toString());
            if (cpu >= 1) {
                return cpu;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new InvalidInputException("cpu must be a whole number of at least 1, but got " + value, where, "");
    }

    private static Optional<Long> memory(Object value, String where) {
        return value.equals("")
                ? Optional.empty()
                : Optional.of(MemorySize.parse(value.toString()).bytes());
    }
}
