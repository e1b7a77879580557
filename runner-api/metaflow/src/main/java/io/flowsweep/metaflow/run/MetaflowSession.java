package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.executor.limits.ProcessStarter;
import io.flowsweep.metaflow.fork.ForkServers;
import io.flowsweep.source.CommandExit;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of Metaflow. Its exit code says whether it has succeeded; its lines and its datastore say what happened meanwhile. */
public final class MetaflowSession implements CommandSession {

    /** What ends in this was never started, by an old custom of shells. */
    private static final int NOT_FOUND = 127;

    private final CommandRun run;
    private final Path code;
    private final MetaflowSettings settings;
    private RunProgress progress;
    private final StartFault start;
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
        return run.request()
                .settings()
                .origin()
                .map(Origin::run)
                .flatMap(this::metaflowId)
                .map(origin -> arguments.resuming(script(), runId, origin))
                .orElseGet(() -> arguments.starting(script(), runId));
    }

    private Path script() {
        return code.resolve((String) run.command().settings().get("script"));
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

    @Override
    public Map<String, String> environment() {
        return settings.environment();
    }

    /** As a copy of a process that has imported Metaflow, unless its settings are the user's own: Metaflow reads them as it is imported. */
    @Override
    public ProcessStarter starter(ProcessBuilder complete) {
        return settings.areOurs()
                ? ForkServers.OF_THIS_PROCESS.starter(
                        complete, script(), MetaflowHome.of(run.store()).folder())
                : ProcessBuilder::start;
    }

    /** It says itself which task has printed a line, and so does its log. */
    @Override
    public boolean printsTogether() {
        return true;
    }

    @Override
    public void started(long pid) {
        Path python = Interpreter.of(run.command().argv().get(0), run.variables());
        progress = new RunProgress(run, settings.datastore(), code, new RecordedArtifacts(run, python, script()));
    }

    @Override
    public void printed(String text) {
        MetaflowLine line = MetaflowLine.parse(text);
        if (line.place().isPresent() || line.text().startsWith("Workflow starting")) {
            started = true;
        }
        if (!started) {
            start.add(text);
        }
        progress.read(line);
    }

    @Override
    public Optional<Failure> ended(CommandExit exit) {
        if (exit.failure().isEmpty()) {
            progress.finish(Optional.empty());
            return Optional.empty();
        }
        Failure failure = exit.failure().get();
        if (!exit.forced()) {
            failure = started ? progress.firstFailure().orElse(failure) : notStarted(exit, failure);
        }
        progress.finish(Optional.of(failure));
        return Optional.of(failure);
    }

    private Failure notStarted(CommandExit exit, Failure failure) {
        return exit.code() == NOT_FOUND
                ? StartFault.noPython(run.command().argv().get(0))
                : start.failure(failure.message());
    }
}
