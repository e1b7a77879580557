package io.flowsweep.metaflow;

import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.metaflow.run.PlanSettings;
import io.flowsweep.metaflow.run.VariableConfigs;
import io.flowsweep.metaflow.source.Declared;
import io.flowsweep.metaflow.source.DeclaredStep;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.planner.EnvironmentInputs;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.source.FlowInputs;
import io.flowsweep.source.SourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes plans of a flow of Metaflow. */
final class MetaflowPlanner {

    /** Found on the run's PATH, which is that of an environment where the run has one. */
    private static final String PYTHON = "python3";

    private final FlowFile flow;
    private final KeptFlow code;

    MetaflowPlanner(FlowFile flow, KeptFlow code) {
        this.flow = flow;
        this.code = code;
    }

    FlowPlan plan(SourceRequest request) {
        return plan(request, new GivenToParameters(flow)::missing);
    }

    /** The same before required parameters have values. */
    FlowPlan openPlan(SourceRequest request) {
        return plan(request, given -> List.of());
    }

    private FlowPlan plan(SourceRequest request, Function<Map<String, Object>, List<Problem>> missing) {
        FlowInputs inputs = request.inputs();
        EnvironmentInputs environment = new EnvironmentInputs(inputs.environment());
        List<Problem> problems = new ArrayList<>();
        Map<String, ConfigSource> configsGiven =
                VariableConfigs.of(request.variables(), flow.file().getParent());
        configsGiven.putAll(environment.configs(names(flow.configs()), inputs.configs()));
        List<ConfigPlan> configs = new GivenToConfigs(flow).read(configsGiven, problems);
        Map<String, Object> given = environment.parameters(names(flow.parameters()), inputs.parameters());
        List<ParameterPlan> parameters = new GivenToParameters(flow).read(given, problems);
        problems.addAll(missing.apply(given));
        InvalidInputException.throwIfAny(problems);
        return plan(configs, parameters, environment.warnings());
    }

    /** The plan of a run that resumes another, whose configs and parameters it has. */
    FlowPlan again(Run origin) {
        return plan(origin.plan().configs(), origin.plan().parameters(), List.of());
    }

    private static List<String> names(List<Declared> declared) {
        return declared.stream().map(Declared::name).toList();
    }

    private FlowPlan plan(List<ConfigPlan> configs, List<ParameterPlan> parameters, List<String> warnings) {
        String folder = flow.file().getParent().toString();
        CommandPlan command = new CommandPlan(
                MetaflowFlow.KIND,
                List.of(PYTHON),
                Map.of(),
                new WorkPlan(WorkPolicy.SHARE, folder, Optional.of(code.inputs())),
                GracePlan.DEFAULT,
                Optional.empty(),
                ReadPlan.NOTHING,
                Map.of(PlanSettings.SCRIPT, code.script(), PlanSettings.SEPARATORS, separators()));
        FlowPlan plan = FlowPlan.of(flow.name())
                .flowClass(flow.name())
                .sourceDirectory(Optional.of(folder))
                .digest(code.inputs())
                .steps(steps())
                .configs(configs)
                .parameters(parameters)
                .project(flow.project())
                .warnings(withUnread(warnings))
                .command(Optional.of(command))
                .build();
        for (String start : flow.starts()) {
            plan = started(plan, start);
        }
        return plan;
    }

    private FlowPlan started(FlowPlan plan, String start) {
        try {
            return plan.with(start);
        } catch (InvalidInputException e) {
            Problem problem = e.problems().get(0);
            String where = flow.file() + " @" + start.substring(0, start.indexOf(':'));
            throw new InvalidInputException(problem.what(), where, problem.cure());
        }
    }

    private List<String> withUnread(List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        flow.unread()
                .forEach(decorator -> all.add("what @" + decorator + " of " + flow.name()
                        + " says is known to Python only: say --with " + decorator + ":… for a deployed flow"));
        return all;
    }

    /** Of parameters that take several values in one text: what goes between them. */
    private Map<String, String> separators() {
        Map<String, String> separators = new TreeMap<>();
        flow.parameters()
                .forEach(parameter -> parameter.separator().ifPresent(s -> separators.put(parameter.name(), s)));
        return separators;
    }

    /** The graph as far as it is written plainly; Metaflow checks it. */
    private List<StepPlan> steps() {
        List<StepPlan> steps = new ArrayList<>();
        for (DeclaredStep step : flow.steps()) {
            List<String> previous = flow.steps().stream()
                    .filter(other -> other.next().contains(step.name()))
                    .map(DeclaredStep::name)
                    .toList();
            steps.add(new StepPlan(
                    step.name(),
                    step.join(),
                    step.next(),
                    previous,
                    Optional.empty(),
                    step.foreach(),
                    Optional.empty(),
                    RulesPlan.NONE));
        }
        return steps;
    }
}
