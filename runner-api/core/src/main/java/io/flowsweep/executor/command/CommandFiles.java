package io.flowsweep.executor.command;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.os.Redirects;
import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import io.flowsweep.store.FileTrees;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the process of a command finds in the world and what it leaves: its folder, its variables, its logs. */
final class CommandFiles implements CommandRun {

    private final HostSpec spec;
    private final Store store;
    private final HostLog log;
    private final Path output;
    private final List<Path> scratch = new ArrayList<>();
    private Path directory;
    private ProcessBuilder process;

    CommandFiles(HostSpec spec) {
        this.spec = spec;
        this.store = Stores.open(spec.store());
        this.log = new HostLog(store, StoreLayout.hostLog(spec.run(), spec.host()));
        this.output = store.localLog(StoreLayout.hostOutput(spec.run(), spec.host()))
                .orElseThrow(() ->
                        new IllegalArgumentException("a command needs a store on files, but got " + spec.store()));
    }

    /** Makes the folder in which it works. */
    void make() throws IOException {
        directory = WorkFolders.make(store, command().work(), folder());
    }

    private Path folder() {
        return output.resolveSibling(StoreLayout.WORK);
    }

    /** What standard output is written to. */
    Path output() {
        return output;
    }

    /** What standard error is written to, when it is not the same. */
    Path errors() {
        return beside(StoreLayout.hostErrors(spec.run(), spec.host()));
    }

    private Path beside(String name) {
        return output.resolveSibling(name.substring(name.lastIndexOf('/') + 1));
    }

    /** The process, but for what it prints to. */
    ProcessBuilder process(List<String> prefix, CommandSession session) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(session.argv());
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(directory.toFile()).redirectInput(Redirects.NO_INPUT);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> isOfAnOuterRun(name) || !session.inherits(name));
        environment.putAll(command().environment());
        environment.putAll(spec.environment());
        environment.putAll(session.environment());
        environment.put(Strays.VARIABLE, spec.key());
        environment.put(Admission.WITHIN, spec.key());
        return builder;
    }

    /** The store that somebody chose for all is theirs, too. */
    private static boolean isOfAnOuterRun(String variable) {
        return variable.startsWith("FLOWSWEEP_") && !variable.equals("FLOWSWEEP_HOME");
    }

    /** @param builder what it was started by */
    void started(ProcessBuilder builder) {
        process = builder;
    }

    /** Why a command has failed that has written into what it shares with others; these inputs are then as they were. */
    Optional<Failure> spoiled() throws IOException {
        WorkPlan work = command().work();
        if (work.policy() != WorkPolicy.LINK || work.inputs().isEmpty()) {
            return Optional.empty();
        }
        List<String> changed = FrozenInputs.of(store, work.inputs().get()).restore();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.of(
                        "inputs",
                        "the command, or one beside it, has written into its input " + String.join(", ", changed)
                                + ", which all of them read; with work = copy each has its own"));
    }

    /** The host's end; gives what is on record then, as {@link HostLog#events}. */
    Optional<List<RunEvent>> end(HostEnded event) {
        log.end(event);
        return log.events();
    }

    /** Who has failed may want to be looked at as he was. */
    void tidy(boolean succeeded) throws IOException {
        for (Path file : scratch) {
            FileTrees.removeFile(file);
        }
        if (succeeded) {
            WorkFolders.tidy(store, folder());
        }
    }

    // --- as its session sees it ------------------------------------------------------------------------------------

    @Override
    public RunRequested request() {
        return spec.request();
    }

    @Override
    public int host() {
        return spec.host();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Map<String, String> variables() {
        return process == null ? Map.of() : Map.copyOf(process.environment());
    }

    @Override
    public Path inputs() {
        try {
            return FrozenInputs.of(store, command().work().inputs().orElseThrow())
                    .folder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path scratch(String name) {
        Path file = beside(StoreLayout.hostScratch(spec.run(), spec.host(), name));
        scratch.add(file);
        return file;
    }

    @Override
    public void append(RunEvent event) {
        log.append(event);
    }
}
