package io.flowsweep.command;

import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A command line as a flow. Immutable; every method returns a changed copy.
 *
 * <pre>{@code
 * CommandFlow train = CommandFlow.of("python3", "train.py", "${args}").directory(Path.of("examples/python"));
 * ExecutingRun run = Runner.of(train).config("config", Map.of("lr", 0.1)).run();
 * double accuracy = run.run().data().get("accuracy", Double.class);
 * }</pre>
 *
 * <p>In the command and in its environment {@code ${config.x}} is a value of the config, {@code ${params.x}} of the parameters, and
 * the argument {@code ${args}} stands for all of them. The program also finds the config in a file that {@code FLOWSWEEP_CONFIG}
 * names, and leaves its results as JSON in the one that {@code FLOWSWEEP_RESULT} names, or prints them:
 * {@code flowsweep accuracy=0.93}. It takes any config and any parameter.
 */
public final class CommandFlow implements FlowSource {

    /** The name of this kind. */
    public static final String KIND = "command";

    private final CommandSpec spec;
    private final CommandPlanner planner;

    private CommandFlow(CommandSpec spec, CommandInputs inputs) {
        this.spec = spec;
        this.planner = new CommandPlanner(spec, inputs);
    }

    private static CommandFlow of(CommandSpec spec) {
        return new CommandFlow(spec, new CommandInputs(spec));
    }

    /** The program and its arguments, each by itself; no shell looks at them. */
    public static CommandFlow of(String... argv) {
        return of(List.of(argv), false);
    }

    /** A line for {@code sh -c}. */
    public static CommandFlow ofShell(String line) {
        return of(List.of(line), true);
    }

    private static CommandFlow of(List<String> argv, boolean shell) {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command has at least the name of a program");
        }
        return of(new CommandSettings(argv, shell).spec());
    }

    /** What {@link #keep} has put into a store. */
    static CommandFlow kept(KeptCommand kept) {
        return new CommandFlow(kept.spec(), CommandInputs.kept(kept));
    }

    /** The name under which its runs are on record; default: that of the script that it runs, else that of the program. */
    public CommandFlow name(String name) {
        return changed(s -> s.name = name);
    }

    /** The name under which its runs are on record. */
    public String name() {
        return planner.name();
    }

    /** How {@code ${args}} gives the config; default: {@link ArgsStyle#EQUALS}. */
    public CommandFlow args(ArgsStyle style) {
        return changed(s -> s.style = style);
    }

    /** The folder that its inputs are in, and to which the folder in which it works corresponds; default: the working directory. */
    public CommandFlow directory(Path directory) {
        String absolute = directory.toAbsolutePath().normalize().toString();
        return changed(s -> s.directory = absolute);
    }

    /** Adds an environment variable; the value may hold {@code ${…}}. */
    public CommandFlow env(String name, String value) {
        return changed(s -> s.environment.put(name, value));
    }

    /**
     * The files that decide the results and that the program finds, by globs from the directory: {@code "*.py"},
     * {@code "../data/**.csv"}. They are frozen when the flow is first planned. Default: the files below the directory that git
     * tracks; where there is no git, all but what looks like output.
     */
    public CommandFlow inputs(String... globs) {
        return changed(s -> s.inputs = Optional.of(List.of(globs)));
    }

    /** In whose folder it works, and how its inputs come there; default: {@link WorkPolicy#LINK}. */
    public CommandFlow work(WorkPolicy policy) {
        return changed(s -> s.work = policy);
    }

    /** Whether the file with its config is YAML; default: JSON. */
    public CommandFlow yamlConfig(boolean yaml) {
        return changed(s -> s.yaml = yaml);
    }

    /**
     * Whether standard error goes where standard output goes: the two are then one log, in the order in which they are written, from
     * which all values are read. Default: each has a log of its own.
     */
    public CommandFlow together(boolean together) {
        return changed(s -> s.together = together ? Optional.of(true) : Optional.empty());
    }

    /** Files that are kept when it has succeeded, by globs from where it works; each is an artifact by its path. Default: none. */
    public CommandFlow artifacts(String... globs) {
        return changed(s -> s.artifacts = List.of(globs));
    }

    /**
     * How long it may take to end when it is told to: after an INT, then after a TERM; then it is killed. Default: five seconds,
     * three seconds.
     */
    public CommandFlow graces(Duration interrupt, Duration terminate) {
        return changed(s -> s.graces = new GracePlan(interrupt, terminate));
    }

    /** Where it is described, by key, for messages: {@code file:line}. */
    public CommandFlow places(Map<String, String> places) {
        return changed(s -> s.places = Map.copyOf(places));
    }

    /** Files that are no inputs although they are in the directory, as long as no {@link #inputs} are named. */
    public CommandFlow without(Collection<Path> files) {
        return changed(
                s -> s.without = files.stream().map(Path::toString).sorted().toList());
    }

    /**
     * Sees that its program and the script that this is given are there, as far as they are the same for all runs. To {@link #plan} it
     * sees for each.
     *
     * @param python whether its runs have a Python of their own, whose packages may bring the program
     * @throws InvalidInputException when they are not, or the program cannot be executed
     */
    public void check(boolean python) {
        planner.check(new Programs.Given(python, Optional.empty()));
    }

    /**
     * The files that decide its results, as they are in its directory now.
     *
     * @throws InvalidInputException when there is no such directory, or a glob of {@link #inputs(String...)} matches nothing
     */
    public List<Path> inputFiles() {
        return FoundInputs.of(spec).files();
    }

    /**
     * What is odd about these files and not wrong, a sentence each.
     *
     * @throws InvalidInputException as {@link #inputFiles}
     */
    public List<String> inputWarnings() {
        return FoundInputs.of(spec).warnings();
    }

    /** Whether nobody has named its inputs, so that they are found by {@linkplain #inputs(String...) rules}. */
    public boolean findsInputs() {
        return spec.inputs().isEmpty();
    }

    private CommandFlow changed(Consumer<CommandSettings> change) {
        CommandSettings settings = new CommandSettings(spec);
        change.accept(settings);
        return of(settings.spec());
    }

    @Override
    public String flow(SourceRequest request) {
        return planner.name();
    }

    @Override
    public List<String> configNames(SourceRequest request) {
        return List.of("config");
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException when the program is not there or cannot be executed, a {@code ${…}} finds nothing, or an input
     *     cannot be read
     */
    @Override
    public FlowPlan plan(SourceRequest request) {
        return planner.plan(request);
    }

    @Override
    public FlowPlan resume(Run origin, Origin from, SourceRequest request) {
        return planner.resume(origin, from, request);
    }

    @Override
    public FlowPlan complete(FlowPlan plan, SourceRequest request) {
        CommandRules.check(plan);
        return plan;
    }

    /** @throws InvalidInputException when it works in a folder that it shares, which may change */
    @Override
    public FlowPlan kept(FlowPlan plan, Store store) {
        if (spec.work() == WorkPolicy.SHARE) {
            throw new InvalidInputException(
                    "the command works in a folder that may change, so it cannot be kept as it is",
                    spec.directory(),
                    "Let it work in one of its own: work = link or copy.");
        }
        return KeptCommand.noted(plan, planner.inputs().keep(store));
    }

    /** See {@link CommandSource#bind}. */
    FlowPlan bound(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return planner.bound(kept, parameters, store);
    }

    @Override
    public Optional<String> keep(SourceRequest request) {
        return Optional.of(planner.inputs().keep(request.store()));
    }

    /** The command line. */
    @Override
    public String toString() {
        return String.join(" ", spec.argv());
    }
}
