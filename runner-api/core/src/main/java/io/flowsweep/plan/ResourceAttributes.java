package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.flow.Resources;
import io.flowsweep.plan.FlowDefinition.StepMethod;
import io.flowsweep.plan.FlowPlan.ResourcePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates {@code @Resources} against the configs: the largest need of all steps. */
final class ResourceAttributes {

    private ResourceAttributes() {}

    static ResourcePlan resolve(FlowDefinition flow, DeployScope scope, List<Problem> problems) {
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
                Attributes attributes = new Attributes(
                        scope, resources.value(), Map.of("cpu", resources.cpu(), "memory", resources.memory()), where);
                cpu = Math.max(cpu, attributes.count("cpu", 1).orElse(1));
                Optional<Long> needed = attributes.memory("memory").map(MemorySize::bytes);
                memory = needed.isPresent() && needed.get() > memory.orElse(0L) ? needed : memory;
            } catch (InvalidInputException e) {
                e.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
            }
        }
        return new ResourcePlan(cpu, memory);
    }
}
