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
        return code.in(codeRequest(request, request.configs())).planner();
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
        return plan(request, false);
    }

    @Override
    public FlowPlan openPlan(SourceRequest request) {
        return plan(request, true);
    }

    @Override
    public FlowPlan kept(FlowPlan plan, Store store) {
        return code.kept().of(plan, store);
    }

    private FlowPlan plan(SourceRequest request, boolean open) {
        LoadedFlow loaded = code.in(codeRequest(request, request.configs()));
        if (request.shared() && !loaded.exits().isEmpty()) {
            throw new InvalidInputException(loaded.exits());
        }
        loaded.checkRunsOn(request.release());
        FlowPlanner planner = loaded.planner();
        EnvironmentInputs environment = new EnvironmentInputs(request.environment());
        Map<String, ConfigSource> configs = environment.configs(planner.configNames(), request.configs());
        Map<String, ?> parameters = environment.parameters(planner.parameterNames(), request.parameters());
        FlowPlan plan = open ? planner.openPlan(configs, parameters) : planner.plan(configs, parameters);
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(environment.warnings());
        return plan.withWarnings(warnings);
    }

    @Override
    public FlowPlan resume(Run origin, Origin from, SourceRequest request) {
        code.locks().reuse(origin.plan(), origin.createdAt(), request.store(), request.listener());
        FlowPlanner planner =
                code.in(codeRequest(request, Resumption.configs(origin))).planner();
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
        return code.libraries(codeRequest(request, request.configs()));
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
        return code.declared(codeRequest(request, Map.of()));
    }

    /** @param configs given to the run; what variables of the environment give comes on top */
    private CodeRequest codeRequest(SourceRequest request, Map<String, ConfigSource> configs) {
        CodeRequest plain =
                new CodeRequest(request.store(), configs, request.sources(), request.listener(), request.release());
        return code.declared(plain)
                .map(flow -> new EnvironmentInputs(request.environment()).configs(flow.configNames(), configs))
                .map(plain::with)
                .orElse(plain);
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
