package io.flowsweep.plan;

import java.util.List;
import java.util.Optional;

/**
 * A step.
 *
 * @param name also its method's name
 * @param join whether it takes {@code Inputs}
 * @param next the steps that may follow it, each once; without a foreach or a choice several are branches
 * @param previous the steps that may precede it; of a join one a branch, in the order of the split
 * @param fork of a join: the step that split the branches
 * @param foreach the artifact over whose elements the next step runs
 * @param choice how one of {@code next} is chosen
 * @param rules what its decorators say
 */
public record StepPlan(
        String name,
        boolean join,
        List<String> next,
        List<String> previous,
        Optional<String> fork,
        Optional<String> foreach,
        Optional<ChoicePlan> choice,
        RulesPlan rules) {

    /** A plain step without decorators. */
    public static StepPlan of(String name, List<String> next, List<String> previous) {
        return new StepPlan(
                name, false, next, previous, Optional.empty(), Optional.empty(), Optional.empty(), RulesPlan.NONE);
    }

    /** The same step with other rules. */
    public StepPlan withRules(RulesPlan others) {
        return new StepPlan(name, join, next, previous, fork, foreach, choice, others);
    }

    /** Whether every one of {@code next} follows, each as a branch. */
    public boolean splits() {
        return next.size() > 1 && choice.isEmpty();
    }
}
