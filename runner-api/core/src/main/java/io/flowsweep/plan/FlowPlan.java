package io.flowsweep.plan;

import java.time.Duration;
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

    /** The plan of a Java flow. */
    public FlowPlan(
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
            Optional<DependencyPlan> dependencies) {
        this(
                flow,
                flowClass,
                sourceDirectory,
                digest,
                classPath,
                steps,
                artifacts,
                configs,
                parameters,
                resources,
                project,
                warnings,
                dependencies,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A step.
     *
     * @param name also its method's name
     * @param join whether it takes {@code Inputs}
     * @param next the steps that may follow it, each once; without a foreach or a choice several are branches
     * @param previous the steps that may precede it; of a join one a branch, in the order of the split
     * @param fork of a join: the step that split the branches
     * @param foreach the artifact over whose elements the next step runs
     * @param choice how one of {@code next} is chosen
     * @param rules what its decorators say
     */
    public record StepPlan(
            String name,
            boolean join,
            List<String> next,
            List<String> previous,
            Optional<String> fork,
            Optional<String> foreach,
            Optional<ChoicePlan> choice,
            RulesPlan rules) {

        /** A plain step without decorators. */
        public static StepPlan of(String name, List<String> next, List<String> previous) {
            return new StepPlan(
                    name, false, next, previous, Optional.empty(), Optional.empty(), Optional.empty(), RulesPlan.NONE);
        }

        /** Whether every one of {@code next} follows, each as a branch. */
        public boolean splits() {
            return next.size() > 1 && choice.isEmpty();
        }
    }

    /**
     * A choice among steps.
     *
     * @param condition the field whose value decides
     * @param cases value as text to step
     */
    public record ChoicePlan(String condition, Map<String, String> cases) {}

    /**
     * What the decorators of a step say.
     *
     * @param retries how often a failed task is repeated
     * @param retryDelay before the first repetition
     * @param backoff by which the delay is multiplied after each
     * @param timeout of one attempt
     * @param caught whether the run goes on when the last attempt has failed
     * @param catchArtifact where the failure is then kept
     * @param environment variables on top of the run's
     * @param dependencies all libraries of the step when they are others than the run's
     */
    public record RulesPlan(
            int retries,
            Duration retryDelay,
            double backoff,
            Optional<Duration> timeout,
            boolean caught,
            Optional<String> catchArtifact,
            Map<String, String> environment,
            Optional<DependencyPlan> dependencies) {

        public static final RulesPlan NONE = new RulesPlan(
                0, Duration.ZERO, 1, Optional.empty(), false, Optional.empty(), Map.of(), Optional.empty());

        /** Whether a task of this step needs a process of its own. */
        public boolean needsOwnHost() {
            return timeout.isPresent() || !environment.isEmpty() || dependencies.isPresent();
        }

        /** The same rules with another retry. */
        public RulesPlan withRetry(int times, Duration delay, double factor) {
            return new RulesPlan(times, delay, factor, timeout, caught, catchArtifact, environment, dependencies);
        }

        /** The same rules with another timeout. */
        public RulesPlan withTimeout(Duration limit) {
            return new RulesPlan(
                    retries, retryDelay, backoff, Optional.of(limit), caught, catchArtifact, environment, dependencies);
        }

        /** The same rules, but the run goes on when the last attempt has failed. */
        public RulesPlan withCatch(Optional<String> artifact) {
            return new RulesPlan(retries, retryDelay, backoff, timeout, true, artifact, environment, dependencies);
        }

        /** The same rules with other variables. */
        public RulesPlan withEnvironment(Map<String, String> variables) {
            return new RulesPlan(retries, retryDelay, backoff, timeout, caught, catchArtifact, variables, dependencies);
        }

        /** The same rules with libraries of their own. */
        public RulesPlan withDependencies(DependencyPlan own) {
            return new RulesPlan(
                    retries, retryDelay, backoff, timeout, caught, catchArtifact, environment, Optional.of(own));
        }
    }

    /**
     * A field that is kept.
     *
     * @param type as a person would write it
     * @param codec {@code json}, {@code bytes} or {@code array}
     */
    public record ArtifactPlan(String name, String type, String codec) {}

    /**
     * @param name by which runs refer to it
     * @param field that holds it
     * @param value plain; empty when it is not given
     * @param source what it was taken from, for people; empty for an optional config that nobody gave a value
     * @param places {@code file:line} of its values by their dotted paths, of what is in a list where it differs from that of
     *     the list; empty when a program gave it
     * @param text of a config that is kept as text; then there is no value
     */
    public record ConfigPlan(
            String name,
            String field,
            Map<String, Object> value,
            String source,
            Map<String, String> places,
            Optional<String> text) {

        public ConfigPlan(
                String name, String field, Map<String, Object> value, String source, Map<String, String> places) {
            this(name, field, value, source, places, Optional.empty());
        }

        static ConfigPlan ofText(String name, String field, String text, String source) {
            return new ConfigPlan(name, field, Map.of(), source, Map.of(), Optional.of(text));
        }

        /** A config whose value is all that is known of it. */
        public ConfigPlan(String name, String field, Map<String, Object> value) {
            this(name, field, value, "the value given to the run", Map.of());
        }

        static ConfigPlan absent(String name, String field) {
            return new ConfigPlan(name, field, Map.of(), "", Map.of());
        }

        /** Whether any source gave it a value. */
        public boolean isGiven() {
            return !source.isEmpty();
        }

        /** The same for a field that may be called otherwise. */
        ConfigPlan of(String newName, String newField) {
            return new ConfigPlan(newName, newField, value, source, places, text);
        }

        /** What the run has: the text, or else the value. */
        public Object content() {
            return text.isPresent() ? text.get() : value;
        }
    }

    /**
     * @param name also its field's name
     * @param value plain; of a file see {@link FileParameters}
     * @param help one line, may be empty
     */
    public record ParameterPlan(String name, String type, Optional<Object> value, String help) {}

    /**
     * @param cpu whole processors, at least 1
     * @param memoryBytes of the whole task; absent: a fair share of the machine
     * @param gpu how many, at least 0
     * @param pools units of named pools
     */
    public record ResourcePlan(int cpu, Optional<Long> memoryBytes, int gpu, Map<String, Integer> pools) {

        /** One processor, a fair share of the memory, and nothing else. */
        public static final ResourcePlan LEAST = of(1, Optional.empty());

        /** Processors and memory alone. */
        public static ResourcePlan of(int cpu, Optional<Long> memoryBytes) {
            return new ResourcePlan(cpu, memoryBytes, 0, Map.of());
        }
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
        return copy(steps, parameters, others, warnings, dependencies, automation);
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
        return copy(classPath, steps, parameters, resources, warnings, dependencies, Optional.of(other), automation);
    }

    /** The same plan with its code in other places. */
    public FlowPlan withClassPath(List<String> places) {
        return copy(places, steps, parameters, resources, warnings, dependencies, command, automation);
    }

    /** The same plan with other parameters. */
    public FlowPlan withParameters(List<ParameterPlan> others) {
        return copy(steps, others, resources, warnings, dependencies, automation);
    }

    /** The same plan with other libraries of its hosts. */
    public FlowPlan withDependencies(Optional<DependencyPlan> others) {
        return copy(steps, parameters, resources, warnings, others, automation);
    }

    /** The same plan with other warnings. */
    public FlowPlan withWarnings(List<String> others) {
        return copy(steps, parameters, resources, others, dependencies, automation);
    }

    /** The same plan that, once deployed, is started by something else. */
    public FlowPlan withAutomation(AutomationPlan others) {
        return copy(
                steps,
                parameters,
                resources,
                warnings,
                dependencies,
                others.isEmpty() ? Optional.empty() : Optional.of(others));
    }

    /** The same plan in which each step has the rules that {@code change} gives it. */
    public FlowPlan withRules(Function<StepPlan, RulesPlan> change) {
        List<StepPlan> changed =
                steps.stream().map(s -> StepPlans.withRules(s, change.apply(s))).toList();
        return copy(changed, parameters, resources, warnings, dependencies, automation);
    }

    private FlowPlan copy(
            List<StepPlan> newSteps,
            List<ParameterPlan> newParameters,
            ResourcePlan newResources,
            List<String> newWarnings,
            Optional<DependencyPlan> newDependencies,
            Optional<AutomationPlan> newAutomation) {
        return copy(
                classPath, newSteps, newParameters, newResources, newWarnings, newDependencies, command, newAutomation);
    }

    private FlowPlan copy(
            List<String> newClassPath,
            List<StepPlan> newSteps,
            List<ParameterPlan> newParameters,
            ResourcePlan newResources,
            List<String> newWarnings,
            Optional<DependencyPlan> newDependencies,
            Optional<CommandPlan> newCommand,
            Optional<AutomationPlan> newAutomation) {
        return new FlowPlan(
                flow,
                flowClass,
                sourceDirectory,
                digest,
                newClassPath,
                newSteps,
                artifacts,
                configs,
                newParameters,
                newResources,
                project,
                newWarnings,
                newDependencies,
                newCommand,
                newAutomation);
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
