package io.flowsweep.deployer;

import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.RunTemplate;
import java.util.Optional;

/** What deployments are called. */
final class DeploymentNames {

    private static final int LONGEST = 120;
    private static final int HASH_DIGITS = 6;

    private DeploymentNames() {}

    /**
     * {@code PROJECT.BRANCH.FLOW} of a flow in a project; of any other the name asked for, else the flow's.
     *
     * @throws InvalidInputException when a name is asked for and the flow is in a project, or it is blank
     */
    static String of(RunTemplate run, Optional<String> asked) {
        FlowPlan plan = run.plan();
        if (plan.project().isEmpty()) {
            return sanitised(asked.orElse(plan.flow()));
        }
        if (asked.isPresent()) {
            throw new InvalidInputException(
                    "the deployment is given the name \"" + asked.get() + "\", but the flow's project names it",
                    plan.flow(),
                    "Give it a branch instead, or remove @Project from its class.");
        }
        return sanitised(plan.project().get() + "." + Deployment.branch(run).orElseThrow() + "." + plan.flow());
    }

    /**
     * A text as a name: letters, digits, dots, dashes and underscores, at most {@value #LONGEST} characters, no dot in front. What
     * is a name stays as it is; any other text becomes one with 6 digits of its hash, so that different texts stay different.
     */
    static String sanitised(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("the name of a deployment is empty", "", "Give it at least one character.");
        }
        if (text.length() <= LONGEST && text.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            return text;
        }
        String safe = text.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^\\.", "-");
        String start = safe.substring(0, Math.min(safe.length(), LONGEST - HASH_DIGITS - 1));
        return start + "-" + Sha256.of(text).substring(0, HASH_DIGITS);
    }
}
