package io.flowsweep.runner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Tags;
import io.flowsweep.plan.FlowPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By what a run is found: the tags it is given, and those of its flow's project.
 *
 * @param branch of the project, when the run is given one
 */
record RunTags(List<String> given, Optional<String> branch) {

    static final RunTags NONE = new RunTags(List.of(), Optional.empty());

    /** @throws InvalidInputException when one is empty or too long */
    RunTags plus(String... tags) {
        Tags.check(List.of(tags));
        List<String> more = new ArrayList<>(given);
        more.addAll(List.of(tags));
        return new RunTags(List.copyOf(more), branch);
    }

    RunTags on(String other) {
        return new RunTags(given, Optional.of(other));
    }

    /**
     * All that a run of a plan carries.
     *
     * @throws InvalidInputException when there is a branch and the flow is in no project
     */
    List<String> of(FlowPlan plan) {
        List<String> tags = new ArrayList<>(given);
        if (plan.project().isPresent()) {
            tags.add("project:" + plan.project().get());
            tags.add("project_branch:"
                    + branch.map(b -> "test." + b).orElseGet(() -> "user." + System.getProperty("user.name")));
        } else if (branch.isPresent()) {
            throw new InvalidInputException(
                    "the run has the branch \"" + branch.get() + "\", but the flow is in no project",
                    plan.flow(),
                    "Add @Project(\"…\") to its class.");
        }
        return tags;
    }
}
