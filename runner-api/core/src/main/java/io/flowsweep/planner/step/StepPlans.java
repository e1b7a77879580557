package io.flowsweep.planner.step;

import io.flowsweep.errors.Problem;
import io.flowsweep.plan.ChoicePlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import io.flowsweep.planner.step.BranchBalance.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a flow as they are planned, before a run's configs are known. */
public final class StepPlans {

    private StepPlans() {}

    /** The steps in order, without rules and cases; empty when problems were added. */
    public static List<StepPlan> of(FlowDefinition flow, List<Problem> problems) {
        int before = problems.size();
        StepChecks.check(flow, problems);
        Optional<FlowGraph> graph = problems.size() == before ? FlowGraph.of(flow, problems) : Optional.empty();
        Map<String, Entry> entries =
                graph.map(g -> BranchBalance.of(g, problems)).orElse(Map.of());
        List<StepPlan> plans = new ArrayList<>();
        entries.forEach((name, entry) -> plans.add(plan(flow.steps().get(name), entry)));
        return plans;
    }

    /** The same step with what its decorators and its switch say. */
    public static StepPlan resolved(StepPlan step, FlowDefinition flow, DeployScope scope, List<Problem> problems) {
        StepMethod method = flow.steps().get(step.name());
        return new StepPlan(
                step.name(),
                step.join(),
                step.next(),
                step.previous(),
                step.fork(),
                step.foreach(),
                step.choice().map(c -> SwitchCases.of(flow, method, scope, problems)),
                StepRules.of(flow, method, scope, problems));
    }

    private static StepPlan plan(StepMethod step, Entry entry) {
        return new StepPlan(
                step.name(),
                step.join(),
                step.targets(),
                entry.previous(),
                entry.fork(),
                Optional.of(step.step().foreach()).filter(f -> !f.isEmpty()),
                step.isChoice() ? Optional.of(new ChoicePlan(step.step().condition(), Map.of())) : Optional.empty(),
                RulesPlan.NONE);
    }
}
