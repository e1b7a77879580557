package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.RulesPlan;
import java.util.ArrayList;
import java.util.List;

/** What decorators from outside cannot do with a command, as it has no steps to repeat. */
final class CommandRules {

    private CommandRules() {}

    /** @throws InvalidInputException with each that is there */
    static void check(FlowPlan plan) {
        RulesPlan rules = plan.step(CommandPlanner.STEP).rules();
        List<Problem> problems = new ArrayList<>();
        if (rules.retries() > 0) {
            problems.add(refused("retry", "Write run.retry into the sweep file."));
        }
        if (rules.timeout().isPresent()) {
            problems.add(refused("timeout", "Write run.variant_timeout into the sweep file, or Runner.timeout(…)."));
        }
        if (rules.caught()) {
            problems.add(refused("catch", "A variant that fails does not end a sweep."));
        }
        if (!rules.environment().isEmpty()) {
            problems.add(refused("environment", "Write env { NAME = value } beside the command, or Runner.env(…)."));
        }
        InvalidInputException.throwIfAny(problems);
    }

    private static Problem refused(String decorator, String cure) {
        return Problem.of("a command cannot have the decorator \"" + decorator + "\"", "", cure);
    }
}
