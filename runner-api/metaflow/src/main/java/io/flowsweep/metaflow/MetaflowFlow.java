package io.flowsweep.metaflow;

import io.flowsweep.client.Run;
import io.flowsweep.command.Globs;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.metaflow.run.PlanSettings;
import io.flowsweep.metaflow.source.Declared;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.plan.Decospec;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A flow of Metaflow in a Python file. It is read once; its code is that of the file and of the modules beside it that it imports, as
 * they were then. A run is {@code python3 flow.py run} on a copy of the code, with the flow's own folder as the working directory,
 * so that relative paths of data mean what they always meant.
 */
final class MetaflowFlow implements FlowSource {

    /** The name of this kind. */
    static final String KIND = "metaflow";

    /** The setting of a plan that holds the address of its code. */
    private static final String KEPT = "kept";

    /** Decorators that are not handed to Metaflow. */
    private static final List<String> OWN = List.of("resources", "schedule", "trigger", "trigger_on_finish");

    private final FlowFile flow;
    private final Optional<KeptFlow> known;
    private final Map<List<Object>, KeptFlow> frozen = new ConcurrentHashMap<>();

    private MetaflowFlow(FlowFile flow, Optional<KeptFlow> known) {
        this.flow = flow;
        this.known = known;
    }

    static MetaflowFlow of(FlowFile flow) {
        return new MetaflowFlow(flow, Optional.empty());
    }

    /** What {@link #keep} has put into a store. */
    static FlowSource kept(KeptFlow kept) {
        return new MetaflowFlow(kept.flow(), Optional.of(kept));
    }

    @Override
    public String flow(SourceRequest request) {
        return flow.name();
    }

    @Override
    public List<String> configNames(SourceRequest request) {
        return flow.configs().stream().map(Declared::name).toList();
    }

    @Override
    public FlowPlan plan(SourceRequest request) {
        return planner(request).plan(request);
    }

    @Override
    public FlowPlan openPlan(SourceRequest request) {
        return planner(request).openPlan(request);
    }

    /** Its runs work in a folder of their own, with copies of its files and of its sources. */
    @Override
    public FlowPlan kept(FlowPlan plan, Store store) {
        CommandPlan command = plan.command().orElseThrow();
        WorkPlan own = new WorkPlan(WorkPolicy.COPY, "", command.work().inputs());
        return plan.withCommand(
                command.withWork(own).withSetting(KEPT, code(plan).keep(store)));
    }

    private KeptFlow code(FlowPlan plan) {
        return known.orElseGet(() -> frozen.values().stream()
                .filter(code -> code.inputs().equals(plan.digest()))
                .findFirst()
                .orElseThrow());
    }

    /** See {@link MetaflowProvider#bind}. */
    static FlowPlan bound(FlowPlan kept, Map<String, ?> parameters, Store store) {
        KeptFlow code = KeptFlow.read(
                store, (String) kept.command().orElseThrow().settings().get(KEPT));
        Map<String, Object> values = new LinkedHashMap<>();
        kept.parameters().forEach(p -> p.value().ifPresent(value -> values.put(p.name(), value)));
        values.putAll(parameters);
        GivenToParameters given = new GivenToParameters(code.flow());
        List<Problem> problems = new ArrayList<>();
        List<ParameterPlan> bound = given.read(values, problems);
        problems.addAll(given.missing(values));
        InvalidInputException.throwIfAny(problems);
        return kept.withParameters(bound);
    }

    @Override
    public FlowPlan resume(Run origin, Origin from, SourceRequest request) {
        FlowPlan plan = planner(request).again(origin);
        from.fromStep().ifPresent(plan::step);
        if (plan.digest().equals(origin.plan().digest())) {
            return plan;
        }
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.add("the code of " + plan.flow() + " has changed since the run " + origin.id()
                + "; its finished tasks are taken over as they are");
        return plan.withWarnings(warnings);
    }

    private MetaflowPlanner planner(SourceRequest request) {
        return new MetaflowPlanner(flow, frozen(request.store(), request.sources()));
    }

    private KeptFlow frozen(Store store, List<String> sources) {
        return known.orElseGet(() -> frozen.computeIfAbsent(
                List.of(store.uri(), sources), key -> FrozenFlow.freeze(flow, files(sources), store)));
    }

    private List<Path> files(List<String> sources) {
        Path folder = flow.file().getParent();
        List<Path> files = new ArrayList<>();
        for (String pattern : sources) {
            List<Path> matching = Globs.files(folder, pattern);
            if (matching.isEmpty()) {
                throw new InvalidInputException(
                        "no file matches the source " + folder.resolve(pattern).normalize(),
                        flow.file().toString(),
                        "* stands for a part of a name, ** for folders too.");
            }
            files.addAll(matching);
        }
        return files;
    }

    /**
     * A decorator of Metaflow, as its own {@code --with} has it, which goes to steps; but {@code resources} is what the run takes of
     * this machine, and what starts a deployed flow is the scheduler's matter.
     */
    @Override
    public FlowMutator decorator(String decospec) {
        int colon = decospec.indexOf(':');
        if (OWN.contains(decospec.substring(0, Math.max(colon, 0)))) {
            return Decospec.parse(decospec);
        }
        if (decospec.isBlank()) {
            throw new InvalidInputException("a decorator has a name", "", "For instance retry:times=2.");
        }
        return plan -> plan.withCommand(with(plan.command().orElseThrow(), decospec));
    }

    private static CommandPlan with(CommandPlan command, String decospec) {
        List<Object> decorators =
                new ArrayList<>(command.settings().get(PlanSettings.WITH) instanceof List<?> list ? list : List.of());
        decorators.add(decospec);
        return command.withSetting(PlanSettings.WITH, decorators);
    }

    @Override
    public Optional<String> keep(SourceRequest request) {
        return Optional.of(frozen(request.store(), request.sources()).keep(request.store()));
    }

    @Override
    public String toString() {
        return flow.file().toString();
    }
}
