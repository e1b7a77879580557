package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.executor.limits.ProcessStarter;
import io.flowsweep.metaflow.fork.ForkServers;
import io.flowsweep.os.SearchPath;
import io.flowsweep.source.CommandExit;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import io.flowsweep.store.StoreLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run of Metaflow. Its exit code says whether it has succeeded; its lines and its datastore say what happened meanwhile. */
public final class MetaflowSession implements CommandSession {

    /** What ends in this was never started, by an old custom of shells. */
    private static final int NOT_FOUND = 127;

    private final CommandRun run;
    private final Path code;
    private final MetaflowSettings settings;
    private final StartFault start;
    private RunProgress progress;
    private TaskFetch fetch;
    private boolean started;

    /** @param run whose plan a {@code MetaflowFlow} has made */
    public MetaflowSession(CommandRun run) {
        this.run = run;
        this.code = run.inputs();
        this.settings = MetaflowSettings.of(
                run.request().settings().surroundings().environment(), MetaflowHome.of(run.store()));
        this.start = new StartFault(
                code,
                Path.of(run.request().plan().sourceDirectory().orElseThrow()),
                run.command().argv().get(0));
    }

    @Override
    public List<String> argv() {
        Path runId = runIdFile(run.request().run());
        MetaflowArguments arguments = new MetaflowArguments(run);
        return resumed()
                .map(origin -> arguments.resuming(script(), runId, origin))
                .orElseGet(() -> arguments.starting(script(), runId));
    }

    /** Metaflow's id of the run that this one resumes. */
    private Optional<String> resumed() {
        return run.request().settings().origin().map(Origin::run).flatMap(this::metaflowId);
    }

    private Path script() {
        return code.resolve((String) run.command().settings().get(PlanSettings.SCRIPT));
    }

    private Path runIdFile(String id) {
        return MetaflowHome.runId(run.store(), run.request().plan().flow(), id);
    }

    /** Empty for a run that Metaflow never began; whoever resumes that begins anew. */
    private Optional<String> metaflowId(String id) {
        try {
            Path file = runIdFile(id);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean inherits(String variable) {
        return MetaflowSettings.inherits(variable);
    }

    /** What variables say of configs is in the plan; Metaflow is given that, and nothing at all when it resumes. */
    @Override
    public Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>(settings.environment());
        VariableConfigs.NAMES.stream()
                .filter(run.request().settings().surroundings().environment()::containsKey)
                .forEach(name -> all.put(name, ""));
        return all;
    }

    /** Settings of the user's own are read as Metaflow is imported, and may change between runs. */
    @Override
    public ProcessStarter starter(ProcessBuilder complete) {
        return settings.elsewhere()
                ? ProcessBuilder::start
                : ForkServers.OF_THIS_PROCESS.starter(
                        complete, script(), MetaflowHome.of(run.store()).folder(), run.scratch("exit"));
    }

    /** It says itself which task has printed a line, and so does its log. */
    @Override
    public boolean printsTogether() {
        return true;
    }

    @Override
    public void started(long pid) {
        Path python = python();
        Optional<Elsewhere> elsewhere = elsewhere();
        fetch = elsewhere
                .<TaskFetch>map(place -> place.copy(python, run.variables()))
                .orElse(TaskFetch.NOTHING);
        RecordedArtifacts artifacts = new RecordedArtifacts(run, python, script(), elsewhere);
        progress = new RunProgress(run, settings.datastore(), fetch, code, artifacts);
    }

    /** The file behind the command's name, which stays as it is when no folder of the process's {@code PATH} has it. */
    private Path python() {
        String name = run.command().argv().get(0);
        return SearchPath.of(run.variables())
                .find(name)
                .map(Path::toAbsolutePath)
                .orElse(Path.of(name));
    }

    private Optional<Elsewhere> elsewhere() {
        if (!settings.elsewhere()) {
            return Optional.empty();
        }
        Map<String, Optional<String>> variables =
                new TreeMap<>(run.request().settings().surroundings().environment());
        settings.environment().forEach((name, value) -> variables.put(name, Optional.of(value)));
        return Optional.of(new Elsewhere(
                settings.datastore().folder().toString(), run.directory().toString(), variables));
    }

    @Override
    public void printed(String text) {
        MetaflowLine line = MetaflowLine.parse(text);
        started = started || line.place().isPresent();
        if (!started) {
            start.add(text);
        }
        progress.read(line);
    }

    @Override
    public void look() {
        progress.look();
    }

    @Override
    public Optional<Failure> ended(CommandExit exit) {
        Optional<Failure> failure = exit.failure().map(told -> exit.forced() ? told : failure(exit, told));
        progress.finish(failure);
        fetch.trouble().ifPresent(this::note);
        return failure;
    }

    private Failure failure(CommandExit exit, Failure told) {
        return started ? progress.firstFailure().orElse(told) : notStarted(exit, told);
    }

    private Failure notStarted(CommandExit exit, Failure failure) {
        return exit.code() == NOT_FOUND
                ? StartFault.noPython(run.command().argv().get(0))
                : start.failure(failure);
    }

    /** Whoever misses an artifact looks into the log of its run. */
    private void note(String trouble) {
        String log = StoreLayout.hostOutput(
                StoreLayout.run(run.request().plan().flow(), run.request().run()), run.host());
        try {
            Files.writeString(
                    run.store().localLog(log).orElseThrow(),
                    "flowsweep: what the tasks left in Metaflow's datastore could not be read: " + trouble + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
