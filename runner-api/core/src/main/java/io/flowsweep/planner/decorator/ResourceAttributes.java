package io.flowsweep.planner.decorator;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Resources;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.ResourceRequest;
import io.flowsweep.plan.attributes.Attributes;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import java.util.List;
import java.util.Map;

/** Evaluates {@code @Resources} against the configs: the largest need of all steps. */
public final class ResourceAttributes {

    private ResourceAttributes() {}

    public static ResourcePlan resolve(FlowDefinition flow, DeployScope scope, List<Problem> problems) {
        ResourcePlan largest = ResourcePlan.LEAST;
        for (StepMethod step : flow.steps().values()) {
            Resources own = step.method().getAnnotation(Resources.class);
            Resources resources = own == null ? flow.annotation(Resources.class).orElse(null) : own;
            if (resources == null) {
                continue;
            }
            String where = (own == null ? flow.name() : step.where()) + " @Resources";
            try {
                largest = ResourceRequest.of(new Attributes(scope, resources.value(), texts(resources), where))
                        .atLeast(largest);
            } catch (InvalidInputException e) {
                e.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
            }
        }
        return largest;
    }

    private static Map<String, String> texts(Resources resources) {
        return Map.of(
                "cpu", resources.cpu(),
                "memory", resources.memory(),
                "gpu", resources.gpu(),
                "pools", resources.pools());
    }
}
