package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Project;
import java.util.List;
import java.util.Map;

/** Evaluates {@code @Project} against the configs. */
final class ProjectName {

    private ProjectName() {}

    static String of(FlowDefinition flow, Project project, Map<String, Object> configs, List<Problem> problems) {
        String where = flow.name() + " @Project";
        try {
            String name = Placeholders.expand(project.value(), configs).toString();
            if (!name.matches("[a-z0-9_]{1,128}")) {
                problems.add(Problem.of(
                        "a project's name is made of lower-case letters, digits and underscores, but got \"" + name
                                + "\"",
                        where,
                        ""));
            }
            return name;
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> problems.add(Problem.of(p.what(), where, p.cure())));
            return "";
        }
    }
}
