package io.flowsweep.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything one run will do, resolved. A host needs nothing else but the store.
 *
 * @param flow the flow's name: the simple name of its class
 * @param flowClass the binary name of its class
 * @param sourceDirectory the folder of the source file; absent for a class
 * @param digest of the source: equal digests mean equal code
 * @param classPath where the flow's classes are, in order: {@code blob:<address>} in the store, or a {@code file:} URI
 * @param steps in an order in which each stands behind those it follows; {@code start} first
 * @param artifacts the fields that are kept, base classes first
 * @param configs resolved
 * @param parameters resolved
 * @param resources what each host of the run gets: the largest need of the steps
 * @param project the flow's project
 * @param warnings what is odd and not wrong, one sentence each
 * @param dependencies the libraries of its hosts
 * @param command what carries out the run, when the flow is no Java class
 * @param automation what starts it by itself once it is deployed
 */
public record FlowPlan(
        String flow,
        String flowClass,
        Optional<String> sourceDirectory,
        String digest,
        List<String> classPath,
        List<StepPlan> steps,
        List<ArtifactPlan> artifacts,
        List<ConfigPlan> configs,
        List<ParameterPlan> parameters,
        ResourcePlan resources,
        Optional<String> project,
        List<String> warnings,
        Optional<DependencyPlan> dependencies,
        Optional<CommandPlan> command,
        Optional<AutomationPlan> automation) {

    /** A plan that says nothing yet but whose it is. */
    public static FlowPlanBuilder of(String flow) {
        return new FlowPlanBuilder(flow);
    }

    /**
     * The same plan with a decorator on every step that has none of its kind; see {@link Decospec}.
     *
     * @throws io.flowsweep.errors.InvalidInputException when there is no such decorator
     */
    public FlowPlan with(String decospec) {
        return Decospec.parse(decospec).apply(this);
    }

    /**
     * The same plan with a decorator on one step, unless it has one of its kind.
     *
     * @throws IllegalArgumentException when there is no such step, or the decorator is for whole runs only
     * @throws io.flowsweep.errors.InvalidInputException when there is no such decorator
     */
    public FlowPlan with(String step, String decospec) {
        FlowPlan changed = with(decospec);
        if (!changed.resources().equals(resources)) {
            throw new IllegalArgumentException("resources are those of the run, not of the step " + step);
        }
        RulesPlan rules = changed.step(step).rules();
        return withRules(s -> s.name().equals(step) ? rules : s.rules());
    }

    /** The same plan with other resources. */
    public FlowPlan withResources(ResourcePlan others) {
        return copy().resources(others).build();
    }

    /**
     * The same plan with other values of some parameters; the others stay as they are.
     *
     * @param values plain, by name, checked
     */
    public FlowPlan withParameterValues(Map<String, Object> values) {
        return withParameters(parameters.stream()
                .map(p -> values.containsKey(p.name())
                        ? new ParameterPlan(p.name(), p.type(), Optional.ofNullable(values.get(p.name())), p.help())
                        : p)
                .toList());
    }

    /** The same plan carried out by another command. */
    public FlowPlan withCommand(CommandPlan other) {
        return copy().command(Optional.of(other)).build();
    }

    /** The same plan with its code in other places. */
    public FlowPlan withClassPath(List<String> places) {
        return copy().classPath(places).build();
    }

    /** The same plan with other parameters. */
    public FlowPlan withParameters(List<ParameterPlan> others) {
        return copy().parameters(others).build();
    }

    /** The same plan with other libraries of its hosts. */
    public FlowPlan withDependencies(Optional<DependencyPlan> others) {
        return copy().dependencies(others).build();
    }

    /** The same plan with other warnings. */
    public FlowPlan withWarnings(List<String> others) {
        return copy().warnings(others).build();
    }

    /** The same plan that, once deployed, is started by something else. */
    public FlowPlan withAutomation(AutomationPlan others) {
        return copy().automation(others.isEmpty() ? Optional.empty() : Optional.of(others))
                .build();
    }

    /** The same plan in which each step has the rules that {@code change} gives it. */
    public FlowPlan withRules(Function<StepPlan, RulesPlan> change) {
        List<StepPlan> changed =
                steps.stream().map(s -> s.withRules(change.apply(s))).toList();
        return copy().steps(changed).build();
    }

    private FlowPlanBuilder copy() {
        return new FlowPlanBuilder(this);
    }

    /** @throws IllegalArgumentException when there is no such step */
    public StepPlan step(String name) {
        for (StepPlan step : steps) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        throw new IllegalArgumentException("the flow " + flow + " has no step " + name);
    }

    /** The configs by name; one that is not given is left out. */
    public Map<String, Object> configValues() {
        return configs.stream()
                .filter(ConfigPlan::isGiven)
                .collect(Collectors.toMap(ConfigPlan::name, ConfigPlan::content));
    }

    /** The names of the artifacts. */
    public List<String> artifactNames() {
        return artifacts.stream().map(ArtifactPlan::name).toList();
    }
}
