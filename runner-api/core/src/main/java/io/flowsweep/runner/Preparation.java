package io.flowsweep.runner;

import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.Executors;
import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.plan.ConfigSource;
import io.flowsweep.plan.DeclaredFlow;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.EnvironmentInputs;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.FlowPlan.StepPlan;
import io.flowsweep.plan.FlowPlanner;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a plan of what a {@link Runner} was told, and of a plan the order of a run. */
final class Preparation {

    private final FlowCode code;
    private final RunnerSettings settings;
    private final Store store;

    Preparation(FlowCode code, RunnerSettings settings) {
        this.code = code;
        this.settings = settings;
        this.store = Stores.in(StoreLocation.find(settings.store, Path.of("").toAbsolutePath()));
    }

    FlowPlanner planner() {
        return code.in(request(settings.configs)).planner();
    }

    /** What a source declares that asks for libraries. */
    Optional<DeclaredFlow> declared() {
        return code.declared(request(Map.of()));
    }

    List<String> configNames() {
        return declared()
                .map(DeclaredFlow::configNames)
                .orElseGet(() -> planner().configNames());
    }

    /** The flow's runs on record. */
    Flow runs() {
        return Client.of(store).flowNamed(flowName());
    }

    List<DependencyPlan> libraries() {
        return code.libraries(request(settings.configs));
    }

    DependencyPlan resolve(DependencyPlan libraries) {
        return code.locks().lock(libraries, store, settings.listener);
    }

    /** See {@link Runner#plan()}. */
    FlowPlan plan() {
        FlowCode.Loaded loaded = code.in(request(settings.configs));
        boolean shared = !Executors.named(settings.executor).capabilities().contains(Capability.ISOLATES_PROCESS);
        if (shared && !loaded.exits().isEmpty()) {
            throw new InvalidInputException(loaded.exits());
        }
        loaded.checkRunsOn(release());
        FlowPlan plan = mutated(plan(loaded.planner()));
        if (shared) {
            refuseEnvironment(plan);
        }
        return locked(plan);
    }

    /** The order of a run that is not to be started. */
    RunOrder draft() {
        return order(plan(), List.of(), settings.run, settings.surroundings);
    }

    /** See {@link Runner#pythonEnvironment}. */
    Optional<PythonEnvironment> pythonEnvironment() {
        return settings.surroundings.python().map(asked -> settings.pythons.get(asked, settings.listener));
    }

    /** The order of a new run. Keeps the files that it is given, and builds the Python that it asks for. */
    RunOrder order() {
        return order(plan(), settings.run, settings.surroundings);
    }

    /** The order of a run that resumes another; see {@link Runner#resume(String)}. */
    RunOrder resuming(Origin origin) {
        if (!settings.configs.isEmpty() || !settings.parameters.isEmpty()) {
            throw new InvalidInputException(
                    "a resumed run has the configs and parameters of its origin", "", "Give none, or start a new run.");
        }
        Run run = Resumption.run(flowName(), store, origin);
        code.locks().reuse(run.plan(), run.createdAt(), store, settings.listener);
        FlowPlanner planner = code.in(request(Resumption.configs(run))).planner();
        FlowPlan plan = locked(mutated(Resumption.plan(planner, run, origin)));
        HostSurroundings surroundings = settings.surroundings.over(origin.run(), run.surroundings());
        return order(plan, settings.run.withOrigin(origin), surroundings);
    }

    private RunOrder order(FlowPlan plan, RunSettings run, HostSurroundings surroundings) {
        FlowPlan captured = FileParameters.captured(plan, store::putBlob);
        return order(captured, ProjectTags.of(plan, settings), run, surroundings)
                .in(surroundings.ready(settings.pythons, settings.listener));
    }

    private RunOrder order(FlowPlan plan, List<String> tags, RunSettings run, HostSurroundings surroundings) {
        Executor executor = Executors.named(settings.executor);
        surroundings.check(executor);
        return new RunOrder(
                store,
                plan,
                tags,
                run.withSurroundings(surroundings.kept()),
                executor,
                settings.timeout,
                settings.exclusive,
                settings.oversubscribe,
                surroundings);
    }

    private String flowName() {
        return declared().map(DeclaredFlow::name).orElseGet(() -> planner().flow());
    }

    /** That of the hosts, if they are older than this program; a Java that is none is refused when the run is started. */
    private int release() {
        int own = Jdk.own().feature();
        try {
            return Math.min(own, Jdk.of(settings.surroundings.jvm()).feature());
        } catch (InvalidInputException e) {
            return own;
        }
    }

    /** @param configs given to the run; what variables of the environment give comes on top */
    private CodeRequest request(Map<String, ConfigSource> configs) {
        CodeRequest request = new CodeRequest(store, configs, settings.sources, settings.listener, release());
        return code.declared(request)
                .map(flow -> new EnvironmentInputs(settings.environment).configs(flow.configNames(), configs))
                .map(request::with)
                .orElse(request);
    }

    private FlowPlan plan(FlowPlanner planner) {
        EnvironmentInputs environment = new EnvironmentInputs(settings.environment);
        FlowPlan plan = planner.plan(
                environment.configs(planner.configNames(), settings.configs),
                environment.parameters(planner.parameterNames(), settings.parameters));
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(environment.warnings());
        return plan.withWarnings(warnings);
    }

    private FlowPlan mutated(FlowPlan plan) {
        FlowPlan mutated = plan;
        for (FlowMutator mutator : settings.mutators) {
            mutated = mutator.apply(mutated);
        }
        return mutated;
    }

    private FlowPlan locked(FlowPlan plan) {
        return code.locks().lock(plan, store, settings.listener);
    }

    private void refuseEnvironment(FlowPlan plan) {
        for (StepPlan step : plan.steps()) {
            if (!step.rules().environment().isEmpty()) {
                throw new InvalidInputException(
                        "the step sets environment variables, which the executor " + settings.executor + " cannot do",
                        plan.flow() + "." + step.name() + "()",
                        "Use the process executor.");
            }
        }
    }
}
