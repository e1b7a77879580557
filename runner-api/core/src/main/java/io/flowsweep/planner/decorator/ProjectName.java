package io.flowsweep.planner.decorator;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Project;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import java.util.List;

/** Evaluates {@code @Project} against the configs. */
public final class ProjectName {

    private ProjectName() {}

    /** The name; it counts only when no problems were added. */
    public static String of(FlowDefinition flow, Project project, DeployScope scope, List<Problem> problems) {
        String where = flow.name() + " @Project";
        try {
            String name = scope.expand(project.value(), where).toString();
            if (!name.matches("[a-z0-9_]{1,128}")) {
                problems.add(Problem.of(
                        "a project's name is made of lower-case letters, digits and underscores, but got \"" + name
                                + "\"",
                        where,
                        ""));
            }
            return name;
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return "";
        }
    }
}
