package io.flowsweep.planner.step;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Case;
import io.flowsweep.plan.ChoicePlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the cases of a switch against the configs. */
final class SwitchCases {

    private SwitchCases() {}

    /** The choice of a step that is a switch; what is wrong is added to the problems. */
    static ChoicePlan of(FlowDefinition flow, StepMethod step, DeployScope scope, List<Problem> problems) {
        Map<String, String> targets = new LinkedHashMap<>();
        List<String> cases = new ArrayList<>();
        try {
            for (Case c : step.step().cases()) {
                String when = PlainValues.text(scope.expand(c.when(), step.where() + " @Case"));
                cases.add(when);
                targets.put(when, c.next());
            }
            StepChecks.checkCases(flow, step, cases, problems);
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
        return new ChoicePlan(step.step().condition(), targets);
    }
}
