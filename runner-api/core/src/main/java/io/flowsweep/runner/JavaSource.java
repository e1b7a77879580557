package io.flowsweep.runner;

import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.planner.EnvironmentInputs;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.decorator.DeclaredFlow;
import io.flowsweep.source.FlowInputs;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A flow that is a Java class. */
final class JavaSource implements FlowSource {

    private final FlowCode code;

    JavaSource(FlowCode code) {
        this.code = code;
    }

    /** What the class declares. */
    FlowPlanner planner(SourceRequest request) {
        return code.in(codeRequest(request)).planner();
    }

    @Override
    public String flow(SourceRequest request) {
        return declared(request)
                .map(DeclaredFlow::name)
                .orElseGet(() -> planner(request).flow());
    }

    @Override
    public List<String> configNames(SourceRequest request) {
        return declared(request)
                .map(DeclaredFlow::configNames)
                .orElseGet(() -> planner(request).configNames());
    }

    @Override
    public FlowPlan plan(SourceRequest request) {
        return plan(request, FlowPlanner::plan);
    }

    @Override
    public FlowPlan openPlan(SourceRequest request) {
        return plan(request, FlowPlanner::openPlan);
    }

    @Override
    public FlowPlan kept(FlowPlan plan, Store store) {
        return code.kept().of(plan, store);
    }

    /** How a planner makes a plan of what is given. */
    private interface Planning {

        FlowPlan plan(FlowPlanner planner, Map<String, ConfigSource> configs, Map<String, ?> parameters);
    }

    private FlowPlan plan(SourceRequest request, Planning planning) {
        LoadedFlow loaded = code.in(codeRequest(request));
        if (request.shared() && !loaded.exits().isEmpty()) {
            throw new InvalidInputException(loaded.exits());
        }
        loaded.checkRunsOn(request.release());
        FlowPlanner planner = loaded.planner();
        FlowInputs inputs = request.inputs();
        EnvironmentInputs environment = new EnvironmentInputs(inputs.environment());
        Map<String, ConfigSource> configs = environment.configs(planner.configNames(), inputs.configs());
        Map<String, ?> parameters = environment.parameters(planner.parameterNames(), inputs.parameters());
        FlowPlan plan = planning.plan(planner, configs, parameters);
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(environment.warnings());
        return plan.withWarnings(warnings);
    }

    @Override
    public FlowPlan resume(Run origin, Origin from, SourceRequest request) {
        code.locks().reuse(origin.plan(), origin.createdAt(), request.store(), request.listener());
        FlowPlanner planner =
                code.in(codeRequest(request.with(Resumption.configs(origin)))).planner();
        return Resumption.plan(planner, origin, from);
    }

    @Override
    public FlowPlan complete(FlowPlan plan, SourceRequest request) {
        if (request.shared()) {
            refuseEnvironment(plan);
        }
        return code.locks().lock(plan, request.store(), request.listener());
    }

    @Override
    public boolean asksForLibraries(SourceRequest request) {
        return declared(request).isPresent();
    }

    @Override
    public List<DependencyPlan> libraries(SourceRequest request) {
        return code.libraries(codeRequest(request));
    }

    @Override
    public DependencyPlan resolve(DependencyPlan libraries, SourceRequest request) {
        return code.locks().lock(libraries, request.store(), request.listener());
    }

    @Override
    public Optional<String> keep(SourceRequest request) {
        return code.keep(request.store());
    }

    /** What a source declares that asks for libraries. */
    private Optional<DeclaredFlow> declared(SourceRequest request) {
        return code.declared(codeRequest(request.with(Map.of())));
    }

    /** The same with the configs that libraries may depend on: those given, and those that variables of the environment give. */
    private SourceRequest codeRequest(SourceRequest request) {
        FlowInputs inputs = request.inputs();
        return code.declared(request)
                .map(flow -> new EnvironmentInputs(inputs.environment()).configs(flow.configNames(), inputs.configs()))
                .map(request::with)
                .orElse(request);
    }

    private static void refuseEnvironment(FlowPlan plan) {
        for (StepPlan step : plan.steps()) {
            if (!step.rules().environment().isEmpty()) {
                throw new InvalidInputException(
                        "the step sets environment variables, which an executor inside this JVM cannot do",
                        plan.flow() + "." + step.name() + "()",
                        "Use the process executor.");
            }
        }
    }

    @Override
    public String toString() {
        return code.toString();
    }
}
