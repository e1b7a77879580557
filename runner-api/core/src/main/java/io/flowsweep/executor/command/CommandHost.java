package io.flowsweep.executor.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.guard.Guard;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.executor.limits.Limits;
import io.flowsweep.executor.process.HostOutput;
import io.flowsweep.executor.process.Strays;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.runtime.HostLog;
import io.flowsweep.runtime.ProcessTree;
import io.flowsweep.runtime.Timeouts;
import io.flowsweep.source.CommandExit;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A host that is the process of a command. It is started on a thread of its own, so that what has to be made before takes nobody's
 * time; what it prints goes into the run's output by itself, and is read from there.
 *
 * <p>Once the process is started, all that happens in it happens under its lock: its session sees one call at a time. What goes before
 * may take long and is interrupted when the run is to end.
 */
final class CommandHost implements HostHandle, CommandRun {

    /** How often what a living process has printed is looked at. */
    private static final long LOOK_MILLIS = 250;

    private final HostSpec spec;
    private final Store store;
    private final CommandPlan command;
    private final HostLog log;
    private final Path output;
    private final Path scratch;
    private final Guard guard = Guard.ofThisProcess();
    private final CompletableFuture<HostExit> exit = new CompletableFuture<>();
    private final List<Future<?>> due = new ArrayList<>();
    private Path directory;
    private CommandSession session;
    private Map<String, String> variables = Map.of();
    private LimitedProcess limited;
    private OutputTail tail;
    private Thread preparing;
    private RunState stoppedState;
    private Failure stopped;

    CommandHost(HostSpec spec) {
        this.spec = spec;
        this.store = Stores.open(spec.store());
        this.command = spec.request().plan().command().orElseThrow();
        this.log = new HostLog(store, StoreLayout.hostLog(spec.run(), spec.host()));
        this.output = local(StoreLayout.hostOutput(spec.run(), spec.host()));
        this.scratch = local(StoreLayout.hostScratch(spec.run(), spec.host()));
    }

    private Path local(String name) {
        return store.localLog(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("a command needs a store on files, but got " + spec.store()));
    }

    void start() {
        CommandThreads.WORK.execute(this::begin);
    }

    private void begin() {
        synchronized (this) {
            preparing = Thread.currentThread();
        }
        try {
            directory = WorkFolders.make(store, command.work(), folder());
            session = FlowSources.session(this);
            start(process(session.argv()));
        } catch (InvalidInputException e) {
            notStarted(Failure.of("command", e.getMessage()));
        } catch (IOException | RuntimeException e) {
            notStarted(Failure.of("host", "the command could not be started: " + e.getMessage()));
        }
    }

    private synchronized void notStarted(Failure why) {
        prepared();
        if (limited != null) {
            ProcessTree.kill(limited.process().toHandle());
        }
        finish(Optional.of(stopped == null ? why : stopped));
    }

    /** An interrupt that was meant for the preparation must not reach what the thread does next. */
    private void prepared() {
        preparing = null;
        Thread.interrupted();
    }

    private synchronized void start(ProcessBuilder builder) throws IOException {
        prepared();
        if (stopped != null) {
            finish(Optional.of(stopped));
            return;
        }
        guard.watch();
        limited = Limits.ofThisMachine().startCommand(builder, spec.resources());
        variables = Map.copyOf(builder.environment());
        guard.add(pid());
        log.append(new HostStarted(Instant.now(), pid(), ""));
        session.started(pid());
        tail = new OutputTail(output, session::printed);
        limited.process().onExit().thenRunAsync(this::ended, CommandThreads.WORK);
        due.add(CommandThreads.CLOCK.scheduleWithFixedDelay(
                this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        spec.timeout()
                .map(Timeouts::millis)
                .ifPresent(millis -> after(Duration.ofMillis(millis), () -> {
                    stop(RunState.TIMED_OUT, Timeouts.failure(millis));
                }));
    }

    private ProcessBuilder process(List<String> argv) {
        List<String> whole = new ArrayList<>(guard.prefix());
        whole.addAll(argv);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> isOfAnOuterRun(name) || !session.inherits(name));
        builder.environment().putAll(command.environment());
        builder.environment().putAll(spec.environment());
        builder.environment().putAll(session.environment());
        builder.environment().put(Strays.VARIABLE, spec.key());
        return builder;
    }

    /** The store that somebody chose for all is theirs, too. */
    private static boolean isOfAnOuterRun(String variable) {
        return variable.startsWith("FLOWSWEEP_") && !variable.equals("FLOWSWEEP_HOME");
    }

    private long pid() {
        return limited.process().pid();
    }

    private synchronized void look() {
        if (!exit.isDone() && limited.process().isAlive()) {
            tail.read();
            session.look();
        }
    }

    private void after(Duration delay, Runnable action) {
        due.add(CommandThreads.CLOCK.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** On a thread of its own: nothing here may hold up the one that hears of ends. */
    private void ended() {
        endGroup();
        synchronized (this) {
            Optional<Failure> failure;
            try {
                new HostOutput(output).endLastLine();
                tail.finish();
                CommandExit how = CommandEnd.of(
                        limited, limited.process().exitValue(), Optional.ofNullable(stopped), tail.last());
                if (how.forced()) {
                    Strays.end(spec.key());
                }
                Optional<Failure> told = session.ended(how);
                failure = how.forced() ? how.failure() : told;
            } catch (RuntimeException e) {
                failure = Optional.of(Failure.of("host", "its results could not be put on record: " + e));
            }
            finish(failure);
        }
    }

    private void endGroup() {
        try {
            guard.end(pid()).join();
        } catch (UncheckedIOException e) { // what has left the process can still be told by its environment
            Strays.end(spec.key());
        }
    }

    /** The only end of it. */
    private void finish(Optional<Failure> failure) {
        due.forEach(each -> each.cancel(false));
        Optional<ResourceUsage> usage = limited == null ? Optional.empty() : limited.usage();
        HostExit how = HostExit.orderly();
        try {
            RunState state = failure.isEmpty() ? RunState.SUCCEEDED : RunState.FAILED;
            boolean asToldToEnd = failure.isPresent() && failure.get().equals(stopped);
            log.end(new HostEnded(Instant.now(), asToldToEnd ? stoppedState : state, failure));
            tidy(failure.isEmpty());
        } catch (RuntimeException | IOException e) {
            how = HostExit.failed("host", "its end could not be put on record: " + e.getMessage());
        }
        exit.complete(how.withUsage(usage));
    }

    /** Who has failed may want to be looked at as he was. */
    private void tidy(boolean succeeded) throws IOException {
        Folders.remove(scratch);
        if (succeeded) {
            WorkFolders.tidy(store, folder());
        }
    }

    private Path folder() {
        return output.resolveSibling(StoreLayout.WORK);
    }

    @Override
    public void terminate() {
        stop(RunState.TERMINATED, Failure.of("terminated", "ended on request"));
        exit.join();
    }

    private synchronized void stop(RunState state, Failure why) {
        if (exit.isDone() || stopped != null) {
            return;
        }
        stoppedState = state;
        stopped = why;
        if (limited == null) { // it is not started any more
            Optional.ofNullable(preparing).ifPresent(Thread::interrupt);
            return;
        }
        ProcessHandle process = limited.process().toHandle();
        guard.signal(process, "INT");
        Duration patience = command.graces().interrupt();
        after(patience, () -> guard.signal(process, "TERM"));
        after(patience.plus(command.graces().terminate()), () -> guard.signal(process, "KILL"));
    }

    @Override
    public String key() {
        return spec.key();
    }

    @Override
    public CompletableFuture<HostExit> exit() {
        return exit;
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
        return variables;
    }

    @Override
    public Path inputs() {
        try {
            return WorkFolders.frozen(store, command.work().inputs().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path scratch(String name) {
        try {
            Files.createDirectories(scratch);
            return scratch.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void append(RunEvent event) {
        log.append(event);
    }
}
