package io.flowsweep.runner;

import io.flowsweep.client.Flow;
import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Project;
import io.flowsweep.plan.Decospec;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ResourceRequest;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says which flow to run and with what. Immutable: every method returns a changed copy, so one runner may serve as the
 * template of many runs, from many threads; the flow is compiled and read once for all of them.
 *
 * <pre>{@code
 * ExecutingRun r = Runner.of(Path.of("MatMul.java")).config("config", Map.of("cpu", 2, "dim", 1000))
 *         .parameter("seconds", 5).tag("demo").run();
 * double perf = r.run().data().get("squaringsPerSecond", Double.class);
 * }</pre>
 */
public final class Runner {

    private final FlowSource source;
    private final RunnerSettings settings;

    private Runner(FlowSource source, RunnerSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /**
     * A flow in a {@code .java} file, or in a folder of such files ({@code flows!MyFlow} when it holds several flows), compiled
     * once for each content; or a compiled one, {@code flows.jar!com.acme.MyFlow} or {@code target/classes!com.acme.MyFlow},
     * which brings all classes of that jar or folder. A file of another kind is known by what is in it; see {@link FlowSource}.
     */
    public static Runner of(Path source) {
        return FlowSources.find(source.toAbsolutePath().normalize())
                .map(Runner::of)
                .orElseGet(() -> ofJava(FlowCodes.at(source)));
    }

    /**
     * A flow on the class path of this program, or one that JShell or a notebook has defined: the hosts are given all classes
     * that it uses and that were defined with it. Variables of the session are not among them.
     */
    public static Runner of(Class<? extends FlowSpec> flow) {
        return ofJava(FlowCodes.of(flow));
    }

    /** A flow whose source is in no file, for instance in a notebook; files that it names are searched in the working directory. */
    public static Runner ofSource(String text) {
        return ofJava(FlowCodes.ofText(text));
    }

    /** A flow of any kind, for instance a command line: {@link io.flowsweep.command.CommandFlow}. */
    public static Runner of(FlowSource source) {
        return new Runner(source, RunnerSettings.defaults());
    }

    /**
     * The flow of {@link #of(Path)} as a copy of its source has it; files that it names are searched beside the original.
     *
     * @param copies local jar, absolute, to a copy of it that is used in its place
     */
    public static Runner ofCopy(Path copy, Path original, Map<Path, Path> copies) {
        return FlowSources.kept(copy, original)
                .map(Runner::of)
                .orElseGet(() -> ofJava(FlowCodes.ofCopy(copy, original, copies)));
    }

    private static Runner ofJava(FlowCode code) {
        return of(new JavaSource(code));
    }

    // --- what it is given --------------------------------------------------------------------------------------------

    /**
     * Gives a config its value: plain values (maps, lists, strings, numbers, booleans, null). It replaces an earlier value,
     * and nothing of a default is merged into it.
     *
     * @throws InvalidInputException when the config has been given a file
     */
    public Runner config(String name, Map<String, ?> value) {
        return config(name, new ConfigSource.Value(value));
    }

    /** The same with the value as text: HOCON, which JSON is too, or what the config's own parser reads. */
    public Runner config(String name, String value) {
        return config(name, new ConfigSource.Text(value, "the value given to the run"));
    }

    /**
     * Gives a config its value from a file, whose extension tells the format.
     *
     * @throws InvalidInputException when the config has been given a value
     */
    public Runner config(String name, Path file) {
        return config(name, new ConfigSource.File(file.toAbsolutePath()));
    }

    /** The same from any source, which errors then call by its description. */
    public Runner config(String name, ConfigSource source) {
        return told(settings.inputs(i -> i.withConfig(name, source)));
    }

    /** Gives a parameter its value: of the parameter's own type, plain values, or text of it. */
    public Runner parameter(String name, Object value) {
        return told(settings.inputs(i -> i.withParameter(name, value)));
    }

    /**
     * What configs and parameters get that this runner gives nothing: of a config NAME its file by
     * {@code FLOWSWEEP_CONFIG_NAME} or its value by {@code FLOWSWEEP_CONFIG_VALUE_NAME}, of a parameter NAME its value by
     * {@code FLOWSWEEP_PARAMETER_NAME}. Default: none, so that a run inside a run does not inherit what was meant for the
     * outer one; a command gives {@code System.getenv()}.
     */
    public Runner inputsFrom(Map<String, String> environment) {
        return told(settings.inputs(i -> i.withEnvironment(environment)));
    }

    /** What {@code ${…}} in a command finds besides {@code config}, {@code configs} and {@code params}; plain values by name. */
    public Runner names(Map<String, ?> names) {
        return told(settings.inputs(i -> i.withNames(names)));
    }

    /**
     * Compiles further files with a flow that is a source. Each pattern names a file, a folder with all below it, or files
     * by {@code *} (within a folder) and {@code **} (across folders); a relative one starts in the flow's folder. Default: none.
     */
    public Runner sources(String... patterns) {
        return told(settings.withSources(List.of(patterns)));
    }

    /**
     * Adds tags, by which the Client finds the run.
     *
     * @throws InvalidInputException when one is empty or longer than 500 characters
     */
    public Runner tag(String... tags) {
        return told(settings.tags(t -> t.plus(tags)));
    }

    /** The branch of the flow's project, which makes the run's branch {@code test.BRANCH}; see {@link Project}. */
    public Runner branch(String branch) {
        return told(settings.tags(t -> t.on(branch)));
    }

    // --- what carries it out, and with what of the machine -----------------------------------------------------------

    /** The executor by name; default: {@code process}. */
    public Runner executor(String name) {
        return told(settings.conditions(c -> c.withExecutor(name)));
    }

    /**
     * Bounds the run from the start of its host; default: none. A run that takes longer ends as TIMED_OUT.
     *
     * @throws IllegalArgumentException when the limit is zero or negative
     */
    public Runner timeout(Duration limit) {
        return told(settings.conditions(c -> c.withTimeout(limit)));
    }

    /**
     * Asks for other resources than the flow does: {@code cpu}, {@code memory}, {@code gpu}, and {@code pools} with units by name.
     * What is not named stays as the flow says.
     *
     * <pre>{@code
     * runner.resources(Map.of("cpu", 4, "memory", "16GB", "pools", Map.of("licence", 1)))
     * }</pre>
     *
     * @throws InvalidInputException when it has another key or a value that cannot be
     */
    public Runner resources(Map<String, ?> resources) {
        return with(ResourceRequest.of("resources", resources, "")::applyTo);
    }

    /**
     * Says how many units a named pool has, of which {@code @Resources(pools)} takes some: licences, for instance, or disks. All
     * drivers of this user that name the pool share it; one that says it is smaller uses less of it.
     *
     * @throws IllegalArgumentException when {@code size} is less than 0
     */
    public Runner pool(String name, int size) {
        return told(settings.run(r -> r.withPool(name, size)));
    }

    /** Whether the run is to be alone on the machine among all FlowSweep runs of this user; default: false. */
    public Runner exclusive(boolean exclusive) {
        return told(settings.conditions(c -> c.withExclusive(exclusive)));
    }

    /**
     * Whether a run that asks for more than this machine has is carried out all the same, with all that there is; default:
     * false. It is then bounded by what it asked for.
     */
    public Runner oversubscribe(boolean oversubscribe) {
        return told(settings.conditions(c -> c.withOversubscribe(oversubscribe)));
    }

    /** The most tasks of the run at a time, at least 1; default: as many as the machine has processors. */
    public Runner maxWorkers(int most) {
        return told(settings.run(r -> r.withMaxWorkers(most)));
    }

    /** The most elements that a foreach may go over, at least 1; default: 10,000. */
    public Runner maxSplits(int most) {
        return told(settings.run(r -> r.withMaxSplits(most)));
    }

    /** Whether independent branches go on after a task has failed; default: false. */
    public Runner keepGoing(boolean goes) {
        return told(settings.run(r -> r.withKeepGoing(goes)));
    }

    // --- what its hosts find -----------------------------------------------------------------------------------------

    /**
     * Sets an environment variable of the run's hosts, on top of those of this program. It is kept with the run, unless its
     * name promises a secret (password, token, secret, credential, api key): then only the name is.
     *
     * @throws IllegalArgumentException when no variable can have this name
     */
    public Runner env(String name, String value) {
        return told(settings.surroundings(s -> s.with(name, value)));
    }

    /** {@link #env(String, String)} of several. */
    public Runner env(Map<String, String> variables) {
        Runner runner = this;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            runner = runner.env(variable.getKey(), variable.getValue());
        }
        return runner;
    }

    /** Where the run's hosts work; default: where this program does. Configs and sources are still found from here. */
    public Runner workingDirectory(Path folder) {
        return told(settings.surroundings(s -> s.in(folder.toAbsolutePath())));
    }

    /**
     * The Java of the run's hosts, and options on top of those that keep it to the run's resources; default: the Java of this
     * program, without options. A flow that is a source is compiled for it.
     *
     * @param home of a JDK or JRE, 17 or newer; when the run is started, it is refused if it is none
     * @param options for instance {@code -XX:+UseParallelGC}, each by itself; a JVM that does not start with them is refused
     *     with its own message
     */
    public Runner jvm(Path home, String... options) {
        return jvm(Optional.of(home.toAbsolutePath().normalize().toString()), options);
    }

    /** The same on a JDK of this version in one of the folders where a machine usually has them. */
    public Runner jvm(int version, String... options) {
        return jvm(Optional.of(Integer.toString(version)), options);
    }

    /** The same on the Java of this program. */
    public Runner jvmOptions(String... options) {
        return jvm(Optional.empty(), options);
    }

    private Runner jvm(Optional<String> home, String... options) {
        return told(settings.surroundings(s -> s.on(new JvmSettings(home, List.of(options)))));
    }

    /**
     * The Python of the run's hosts: whatever {@code python}, {@code python3} and the commands of its packages mean to them. Default:
     * what they mean to this program. With packages it is a virtual environment, built when a run of this set is first started,
     * kept for all programs of this user, and left as it is by runs.
     *
     * @param python see {@link io.flowsweep.python.PythonRequest#of(Map, Path)}
     */
    public Runner python(PythonRequest python) {
        return told(settings.surroundings(s -> s.with(python.settings())));
    }

    /**
     * The same by version and packages; relative paths start in the working directory.
     *
     * @param version for instance {@code 3.11}; one that the machine has
     * @param packages as pip takes them, for instance {@code numpy==2.1.3}
     */
    public Runner python(String version, String... packages) {
        return python(PythonRequest.of(
                Map.of("python", version, "packages", List.of(packages)),
                Path.of("").toAbsolutePath()));
    }

    // --- how its plan is changed -------------------------------------------------------------------------------------

    /**
     * Adds a decorator from outside, for instance {@code retry:times=2} or {@code resources:cpu=4}; see {@link Decospec}.
     *
     * @throws InvalidInputException when there is no such decorator
     */
    public Runner with(String decospec) {
        return with(source.decorator(decospec));
    }

    /** Changes the plan once it is resolved; of several mutators each sees what those before it made. */
    public Runner with(FlowMutator mutator) {
        return told(settings.plus(mutator));
    }

    // --- where it is kept, and who is told ---------------------------------------------------------------------------

    /**
     * The folder of the store; default: {@code FLOWSWEEP_HOME}, else the nearest {@code .flowsweep} upwards from the working
     * directory, else a new one as {@link StoreLocation} says.
     */
    public Runner store(Path folder) {
        return told(settings.withStore(folder.toAbsolutePath()));
    }

    /**
     * Tells somebody which libraries are resolved and fetched; default: prints a line of each to standard error. Nothing is
     * told of a set whose jars are all known and here.
     *
     * @param listener is called from any thread, and must not throw
     */
    public Runner dependencyListener(Consumer<DependencyEvent> listener) {
        return told(settings.withFetching(settings.fetching().telling(listener)));
    }

    // --- runs --------------------------------------------------------------------------------------------------------

    /** {@link #start()} and {@link ExecutingRun#await()}. */
    public ExecutingRun run() {
        ExecutingRun run = start();
        run.await();
        return run;
    }

    /**
     * Puts a run on record and starts it. Its host starts as soon as the machine has room.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong; then nothing was started
     * @throws io.flowsweep.executor.admission.NeverFitsException when this machine can never carry it out
     */
    public ExecutingRun start() {
        return start(id -> {});
    }

    /**
     * {@link #start()}, for whoever keeps a journal.
     *
     * @param announced is given the run's id after all checks and before the run is on record or anything of it is
     *     launched; when it throws, nothing is started
     */
    public ExecutingRun start(Consumer<String> announced) {
        return ExecutingRun.start(preparation().order(), announced);
    }

    /**
     * Starts a run that takes over the finished tasks of another, and carries out the others. It has the other's configs and
     * parameters, the same jars where it asks for the same libraries, and the code as it is now; when that has changed, the
     * run's plan warns. It has the other's environment and working directory too; what this runner was given of these comes first.
     *
     * @param runId of a run of this flow in this store that is no longer under way
     * @throws io.flowsweep.errors.InvalidInputException when there is no such run, or this runner was given configs or
     *     parameters
     */
    public ExecutingRun resume(String runId) {
        return resume(runId, id -> {});
    }

    /**
     * {@link #resume(String)}, for whoever keeps a journal.
     *
     * @param announced as in {@link #start(Consumer)}
     */
    public ExecutingRun resume(String runId, Consumer<String> announced) {
        return resume(new Origin(runId, Optional.empty()), announced);
    }

    /** The same, but the step and all that come after it are carried out again whatever came of them. */
    public ExecutingRun resume(String runId, String fromStep) {
        return resume(new Origin(runId, Optional.of(fromStep)), id -> {});
    }

    private ExecutingRun resume(Origin origin, Consumer<String> announced) {
        return ExecutingRun.start(preparation().resuming(origin), announced);
    }

    // --- what would be run -------------------------------------------------------------------------------------------

    /**
     * The plan of a run with these settings: everything checked and resolved, its libraries included, nothing started or
     * written but compiled code and what was fetched.
     *
     * @throws io.flowsweep.dependencies.UnresolvableDependenciesException when a library cannot be had
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong
     */
    public FlowPlan plan() {
        return preparation().plan();
    }

    /**
     * What a run with these settings would be started with, as plain data: everything checked and resolved, with code,
     * libraries, configs and files kept in the store. A required parameter may be given later.
     *
     * @throws InvalidInputException with all that is wrong; when an environment variable may hold a secret, which is not kept
     * @throws io.flowsweep.executor.admission.NeverFitsException when this machine can never carry it out
     */
    public RunTemplate template() {
        return preparation().template();
    }

    /** What goes before a run with these settings, step by step: for whoever shows it, or does some of it ahead of time. */
    public Preparation preparation() {
        return new Preparation(source, settings);
    }

    /** The store that this runner uses. */
    public Store store() {
        return preparation().store();
    }

    /** The runs of this flow that are on record in the store. */
    public Flow runs() {
        return preparation().runs();
    }

    private Runner told(RunnerSettings changed) {
        return new Runner(source, changed);
    }

    @Override
    public String toString() {
        return "Runner[" + source + "]";
    }
}
