package io.flowsweep.runner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.FlowPlan;
import java.util.ArrayList;
import java.util.List;

/** The tags of a run: those it was given, and those of its flow's project. */
final class ProjectTags {

    private ProjectTags() {}

    /** @throws InvalidInputException when the run was given a branch and the flow is in no project */
    static List<String> of(FlowPlan plan, RunnerSettings settings) {
        List<String> tags = new ArrayList<>(settings.tags);
        if (plan.project().isPresent()) {
            tags.add("project:" + plan.project().get());
            tags.add("project_branch:"
                    + settings.branch.map(b -> "test." + b).orElseGet(() -> "user." + System.getProperty("user.name")));
        } else if (settings.branch.isPresent()) {
            throw new InvalidInputException(
                    "the run has the branch \"" + settings.branch.get() + "\", but the flow is in no project",
                    plan.flow(),
                    "Add @Project(\"…\") to its class.");
        }
        return tags;
    }
}
