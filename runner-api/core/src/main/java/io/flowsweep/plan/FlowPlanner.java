package io.flowsweep.plan;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Storable;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Project;
import io.flowsweep.plan.FlowPlan.ArtifactPlan;
import io.flowsweep.plan.FlowPlan.ConfigPlan;
import io.flowsweep.plan.FlowPlan.ParameterPlan;
import io.flowsweep.plan.FlowPlan.ResourcePlan;
import io.flowsweep.plan.FlowPlan.StepPlan;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Object> parameterDefaults;

    private FlowPlanner(FlowDefinition flow, FlowPackage code) {
        List<Problem> problems = new ArrayList<>();
        this.flow = flow;
        this.code = code;
        this.steps = StepPlans.of(flow, problems);
        this.artifacts = flow.artifacts().stream()
                .map(f -> new ArtifactPlan(
                        f.getName(), TypeNames.of(f.getGenericType()), Storable.codec(f.getGenericType())))
                .toList();
        FlowChecks.check(flow, problems);
        this.configs = flow.configs().stream().map(ConfigField::new).toList();
        this.parameterDefaults = problems.isEmpty() ? ParameterDefaults.read(flow, problems) : Map.of();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
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
        return flow.parameters().stream().map(Field::getName).toList();
    }

    /**
     * The plan of one run.
     *
     * @param given where configs come from, by name; for the others their defaults
     * @param parameters values of the parameters' own types, plain values or text
     * @throws InvalidInputException with all that is wrong with these
     */
    public FlowPlan plan(Map<String, ConfigSource> given, Map<String, ?> parameters) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        checkNames("config", given.keySet(), configNames(), problems);
        checkNames("parameter", parameters.keySet(), parameterNames(), problems);
        List<ConfigPlan> resolved = new ArrayList<>();
        for (ConfigField config : configs) {
            config.resolve(Optional.ofNullable(given.get(config.name())), code.folder(), problems)
                    .ifPresent(resolved::add);
        }
        List<ParameterPlan> bound = bind(parameters, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        resolved.forEach(config -> ConfigField.put(config, values));
        DeployScope scope = new DeployScope(values);
        ResourcePlan resources = ResourceAttributes.resolve(flow, scope, problems);
        List<StepPlan> ruled = steps.stream()
                .map(s -> StepPlans.resolved(s, flow, scope, problems))
                .toList();
        Optional<String> project = flow.annotation(Project.class).map(p -> ProjectName.of(flow, p, scope, problems));
        for (int i = 0; i < configs.size(); i++) {
            configs.get(i).checkUse(resolved.get(i), scope, problems, warnings);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        FlowPlan plan = new FlowPlan(
                flow.name(),
                flow.type().getName(),
                code.sourceFile().map(Path::getParent).map(Path::toString),
                code.digest(),
                code.classPath(),
                ruled,
                artifacts,
                resolved,
                bound,
                resources,
                project,
                warnings);
        return ClassMutators.apply(flow, plan);
    }

    private List<ParameterPlan> bind(Map<String, ?> given, List<Problem> problems) {
        List<ParameterPlan> bound = new ArrayList<>();
        for (Field field : flow.parameters()) {
            Parameter parameter = field.getAnnotation(Parameter.class);
            Object value = parameterDefaults.get(field.getName());
            if (given.containsKey(field.getName())) {
                value = parameterValue(field, given.get(field.getName()), problems);
            } else if (parameter.required()) {
                problems.add(Problem.of(
                        "the parameter \"" + field.getName() + "\" is required and has no value",
                        FlowDefinition.where(field),
                        "Give it one: --" + field.getName() + " VALUE, or params." + field.getName()
                                + " in a sweep file."));
            }
            bound.add(new ParameterPlan(
                    field.getName(),
                    TypeNames.of(field.getGenericType()),
                    Optional.ofNullable(value),
                    parameter.help()));
        }
        return bound;
    }

    private static Object parameterValue(Field field, Object given, List<Problem> problems) {
        try {
            return ParameterValues.plain(field.getType(), given);
        } catch (CodecException e) {
            problems.add(Problem.of(
                    "the parameter \"" + field.getName() + "\": " + e.getMessage(), FlowDefinition.where(field), ""));
            return null;
        }
    }

    private void checkNames(String kind, Iterable<String> given, List<String> known, List<Problem> problems) {
        for (String name : given) {
            if (!known.contains(name)) {
                problems.add(Problem.of(
                        "the flow has no " + kind + " \"" + name + "\"",
                        flow.name(),
                        known.isEmpty() ? "It has none at all." : Suggestions.didYouMean(name, known)));
            }
        }
    }

    @Override
    public String toString() {
        return "FlowPlanner[" + flow.name() + ": "
                + steps.stream().map(StepPlan::name).collect(Collectors.joining(", ")) + "]";
    }
}
