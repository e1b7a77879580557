package io.flowsweep.planner;

import io.flowsweep.codec.Storable;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Project;
import io.flowsweep.plan.ArtifactPlan;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.config.ConfigField;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.decorator.AutomationAttributes;
import io.flowsweep.planner.decorator.DependencyAttributes;
import io.flowsweep.planner.decorator.ProjectName;
import io.flowsweep.planner.decorator.ResourceAttributes;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.TypeNames;
import io.flowsweep.planner.parameter.FlowParameters;
import io.flowsweep.planner.step.StepPlans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a flow's class into plans. The class is read and checked once, when the planner is made; each plan then only
 * resolves configs, parameters and what depends on them. Thread-safe.
 */
public final class FlowPlanner {

    private final FlowDefinition flow;
    private final FlowPackage code;
    private final List<StepPlan> steps;
    private final List<ArtifactPlan> artifacts;
    private final List<ConfigField> configs;
    private final FlowParameters parameters;

    private FlowPlanner(FlowDefinition flow, FlowPackage code) {
        List<Problem> problems = new ArrayList<>();
        this.flow = flow;
        this.code = code;
        this.steps = StepPlans.of(flow, problems);
        this.artifacts = flow.artifacts().stream()
                .map(f -> new ArtifactPlan(
                        f.getName(), TypeNames.of(f.getGenericType()), Storable.codec(f.getGenericType())))
                .toList();
        ClassChecks.check(flow, problems);
        InvalidInputException.throwIfAny(problems);
        this.configs = flow.configs().stream().map(ConfigField::new).toList();
        this.parameters = new FlowParameters(flow);
    }

    /**
     * Reads and checks a flow.
     *
     * @param type a concrete subclass of FlowSpec
     * @throws InvalidInputException with all that is wrong with it, by class and method
     */
    public static FlowPlanner of(Class<?> type, FlowPackage code) {
        return new FlowPlanner(FlowDefinition.read(type), code);
    }

    /** The flow's name. */
    public String flow() {
        return flow.name();
    }

    /** The names of its configs, in the order of their fields. */
    public List<String> configNames() {
        return configs.stream().map(ConfigField::name).toList();
    }

    /** The names of its parameters, in the order of their fields. */
    public List<String> parameterNames() {
        return parameters.names();
    }

    /**
     * The plan of one run.
     *
     * @param given where configs come from, by name; for the others their defaults
     * @param parameterValues by name in any spelling: values of the parameters' own types, plain values or text
     * @throws InvalidInputException with all that is wrong with these
     */
    public FlowPlan plan(Map<String, ConfigSource> given, Map<String, ?> parameterValues) {
        return plan(given, parameterValues, false);
    }

    /** The plan of runs whose required parameters may be given later, by {@link #bind}. */
    public FlowPlan openPlan(Map<String, ConfigSource> given, Map<String, ?> parameterValues) {
        return plan(given, parameterValues, true);
    }

    /**
     * Values for parameters of runs of an {@linkplain #openPlan open plan}, in their plain form.
     *
     * @param parameterValues as for {@link #plan}
     * @return by name, those that are given
     * @throws InvalidInputException with all that is wrong with these, and each required one that neither they nor the plan give
     */
    public Map<String, Object> bind(FlowPlan open, Map<String, ?> parameterValues) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = parameters.given(parameterValues, problems);
        Set<String> set = new HashSet<>(values.keySet());
        open.parameters().stream().filter(p -> p.value().isPresent()).forEach(p -> set.add(p.name()));
        if (problems.isEmpty()) {
            problems.addAll(parameters.missing(set));
        }
        InvalidInputException.throwIfAny(problems);
        return values;
    }

    private FlowPlan plan(Map<String, ConfigSource> given, Map<String, ?> parameterValues, boolean open) {
        List<Problem> problems = new ArrayList<>();
        List<ConfigPlan> resolved = resolved(given, problems);
        Map<String, Object> givenValues = parameters.given(parameterValues, problems);
        if (resolved.size() < configs.size()) {
            throw new InvalidInputException(problems); // defaults and decorators may need what is missing
        }
        Map<String, Object> values = new LinkedHashMap<>();
        resolved.forEach(config -> ConfigField.put(config, values));
        DeployScope scope = new DeployScope(values, ConfigField.places(resolved));
        List<ParameterPlan> bound = parameters.plan(givenValues, scope, resolved, code.folder(), open, problems);
        InvalidInputException.throwIfAny(problems);
        ResourcePlan resources = ResourceAttributes.resolve(flow, scope, problems);
        List<StepPlan> ruled = steps.stream()
                .map(step -> StepPlans.resolved(step, flow, scope, problems))
                .toList();
        Optional<DependencyPlan> dependencies = DependencyAttributes.ofClass(flow, scope, code.folder(), problems);
        List<StepPlan> planned = ruled.stream()
                .map(step -> withLibraries(step, dependencies, scope, problems))
                .toList();
        Optional<String> project = flow.annotation(Project.class).map(p -> ProjectName.of(flow, p, scope, problems));
        Optional<AutomationPlan> automation = AutomationAttributes.of(flow, scope, parameterNames(), problems);
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            configs.get(i).checkUse(resolved.get(i), scope, problems, warnings);
        }
        InvalidInputException.throwIfAny(problems);
        FlowPlan plan = FlowPlan.of(flow.name())
                .flowClass(flow.type().getName())
                .sourceDirectory(code.sourceFile().map(Path::getParent).map(Path::toString))
                .digest(code.digest())
                .classPath(code.classPath())
                .steps(planned)
                .artifacts(artifacts)
                .configs(resolved)
                .parameters(bound)
                .resources(resources)
                .project(project)
                .warnings(warnings)
                .dependencies(dependencies)
                .automation(automation)
                .build();
        return ClassMutators.apply(flow, plan);
    }

    /** The configs with their values, those left out for which there is a problem. */
    private List<ConfigPlan> resolved(Map<String, ConfigSource> given, List<Problem> problems) {
        given.keySet().stream()
                .filter(name -> !configNames().contains(name))
                .forEach(name -> problems.add(flow.unknown("config", name, configNames())));
        List<ConfigPlan> resolved = new ArrayList<>();
        for (ConfigField config : configs) {
            config.resolve(Optional.ofNullable(given.get(config.name())), code.folder(), problems)
                    .ifPresent(resolved::add);
        }
        return resolved;
    }

    private StepPlan withLibraries(
            StepPlan step, Optional<DependencyPlan> ofClass, DeployScope scope, List<Problem> problems) {
        FlowDefinition.StepMethod method = flow.steps().get(step.name());
        return DependencyAttributes.ofStep(flow, method, ofClass, scope, code.folder(), problems)
                .map(own -> step.withRules(step.rules().withDependencies(own)))
                .orElse(step);
    }

    @Override
    public String toString() {
        return "FlowPlanner[" + flow.name() + ": "
                + steps.stream().map(StepPlan::name).collect(Collectors.joining(", ")) + "]";
    }
}
