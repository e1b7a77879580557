package io.flowsweep.runner;

import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What goes before a run of a {@link Runner}, step by step: for whoever shows it, or does some of it ahead of time. To start the run
 * does all of it, too, as far as it is not done yet. Thread-safe.
 */
public final class Preparation {

    private final FlowSource source;
    private final RunnerSettings settings;
    private final Store store;

    Preparation(FlowSource source, RunnerSettings settings) {
        this.source = source;
        this.settings = settings;
        this.store = Stores.in(StoreLocation.find(settings.store(), Path.of("").toAbsolutePath()));
    }

    /** The names of the flow's configs; they are known before its libraries are. */
    public List<String> configNames() {
        return source.configNames(request());
    }

    /**
     * What the flow's class declares: its steps, configs, parameters and artifacts, read and checked.
     *
     * @throws InvalidInputException with all that is wrong with the flow, or when it is no Java class
     */
    public FlowPlanner planner() {
        if (source instanceof JavaSource java) {
            return java.planner(request());
        }
        throw new InvalidInputException(
                source + " is no Java class, so nothing is declared in one", "", "Ask for its plan instead.");
    }

    /** Whether the flow's source asks for libraries; which may depend on its configs. */
    public boolean asksForLibraries() {
        return source.asksForLibraries(request());
    }

    /**
     * The sets of libraries that the run asks for, its own and those of single steps, as a source declares them; not resolved.
     *
     * @throws InvalidInputException when they depend on a config that cannot be read
     */
    public List<DependencyPlan> libraries() {
        return source.libraries(request());
    }

    /**
     * One of these sets, resolved, as {@link Runner#plan()} would do.
     *
     * @throws io.flowsweep.dependencies.UnresolvableDependenciesException when a library cannot be had
     */
    public DependencyPlan resolve(DependencyPlan libraries) {
        return source.resolve(libraries, request());
    }

    /**
     * The Python of {@link Runner#python}, built now unless it is there; empty when none was asked for.
     *
     * @throws io.flowsweep.python.UnableToBuildEnvironmentException when it cannot be built; it is not tried again by this runner
     *     or one that is made of it
     * @throws InvalidInputException when the machine has no such Python
     */
    public Optional<PythonEnvironment> pythonEnvironment() {
        return python().map(Supplier::get);
    }

    private Optional<Supplier<PythonEnvironment>> python() {
        return settings.surroundings()
                .python()
                .map(asked -> () -> settings.fetching().python(asked));
    }

    /**
     * What the run takes of the machine, which can carry it out.
     *
     * @throws InvalidInputException with all that is wrong
     * @throws io.flowsweep.executor.admission.NeverFitsException when it asks for more than there is
     */
    public Need need() {
        return RunNeeds.of(order(plan(), List.of(), settings.run(), settings.surroundings()));
    }

    /**
     * Keeps the code of a flow that is in no file: the text of {@link Runner#ofSource}, or a jar with the classes of
     * {@link Runner#of(Class)}. Of a class on the class path these are all of its jar or folder, and no libraries.
     *
     * @param other where to keep it
     * @return the address of the blob; empty when the flow is in a file
     */
    public Optional<String> keepCode(Store other) {
        return source.keep(request().in(other));
    }

    /** The flow's runs on record. */
    Flow runs() {
        return Client.of(store).flowNamed(source.flow(request()));
    }

    /** See {@link Runner#plan()}. */
    FlowPlan plan() {
        SourceRequest request = request();
        return source.complete(mutated(source.plan(request)), request);
    }

    Store store() {
        return store;
    }

    /** See {@link Runner#template()}. */
    RunTemplate template() {
        SourceRequest request = request();
        FlowPlan plan = source.complete(mutated(source.openPlan(request)), request);
        FlowPlan kept = source.kept(FileParameters.captured(plan, store::putBlob), store);
        settings.surroundings().checkKept();
        RunOrder order = order(kept, settings.tags().of(plan), settings.run(), settings.surroundings());
        RunNeeds.of(order);
        return RunTemplate.of(order.plan(), order.tags(), order.settings(), order.conditions());
    }

    /** The order of a new run. Keeps the files that it is given, and builds the Python that it asks for. */
    RunOrder order() {
        return order(plan(), settings.run(), settings.surroundings());
    }

    /** The order of a run that resumes another; see {@link Runner#resume(String)}. */
    RunOrder resuming(Origin origin) {
        if (!settings.inputs().configs().isEmpty()
                || !settings.inputs().parameters().isEmpty()) {
            throw new InvalidInputException(
                    "a resumed run has the configs and parameters of its origin", "", "Give none, or start a new run.");
        }
        SourceRequest request = request();
        Run run = Resumption.run(source.flow(request), store, origin);
        FlowPlan plan = source.complete(mutated(source.resume(run, origin, request)), request);
        HostSurroundings surroundings = settings.surroundings().over(origin.run(), run.surroundings());
        return order(plan, settings.run().withOrigin(origin), surroundings);
    }

    private RunOrder order(FlowPlan plan, RunSettings run, HostSurroundings surroundings) {
        FlowPlan captured = FileParameters.captured(plan, store::putBlob);
        return order(captured, settings.tags().of(plan), run, surroundings).in(surroundings.ready(settings.fetching()));
    }

    private RunOrder order(FlowPlan plan, List<String> tags, RunSettings run, HostSurroundings surroundings) {
        RunConditions conditions = settings.conditions();
        surroundings.check(conditions.executor(plan));
        if (plan.command().isPresent() && surroundings.workingDirectory().isPresent()) {
            throw new InvalidInputException(
                    "the flow " + plan.flow() + " is a command, which says itself where it works",
                    "",
                    "Set the command's directory instead.");
        }
        return new RunOrder(store, plan, tags, run.withSurroundings(surroundings.kept()), conditions, surroundings);
    }

    /** The Java of the hosts, if it is older than this program's; one that is none is refused when the run is started. */
    private int release() {
        int own = Jdk.own().feature();
        try {
            return Math.min(own, Jdk.of(settings.surroundings().jvm()).feature());
        } catch (InvalidInputException e) {
            return own;
        }
    }

    private SourceRequest request() {
        boolean shared = !settings.conditions().executor().capabilities().contains(Capability.ISOLATES_PROCESS);
        return new SourceRequest(
                store,
                settings.inputs(),
                settings.sources(),
                settings.fetching().listener(),
                release(),
                shared,
                python(),
                settings.surroundings().environment());
    }

    private FlowPlan mutated(FlowPlan plan) {
        FlowPlan mutated = plan;
        for (FlowMutator mutator : settings.mutators()) {
            mutated = mutator.apply(mutated);
        }
        return mutated;
    }
}
