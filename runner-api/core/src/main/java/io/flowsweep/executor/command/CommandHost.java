package io.flowsweep.executor.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.guard.Guard;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.executor.limits.ProcessStarter;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.runtime.time.Timeouts;
import io.flowsweep.source.CommandExit;
import io.flowsweep.source.CommandSession;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.UnwritableStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A host that is the process of a command: its life, from a thread of its own that makes what it needs, starts it, waits for its end
 * and sees it off. {@link CommandFiles} is what it finds and leaves, {@link CommandOutput} what it prints.
 *
 * <p>Once the process is started, all that happens in it happens under its lock: its session sees one call at a time. What goes before
 * may take long and is interrupted when the run is to end.
 */
final class CommandHost implements HostHandle {

    /** How often what a living process has printed is looked at. */
    private static final long LOOK_MILLIS = 250;

    private final HostSpec spec;
    private final CommandFiles files;
    private final Guard guard = Guard.ofThisProcess();
    private final CompletableFuture<HostExit> exit = new CompletableFuture<>();
    private final List<Future<?>> due = new ArrayList<>();
    private CommandSession session;
    private CommandOutput output;
    private ProcessStarter starter;
    private LimitedProcess limited;
    private Thread preparing;
    private RunState stoppedState;
    private Failure stopped;

    CommandHost(HostSpec spec) {
        this.spec = spec;
        this.files = new CommandFiles(spec);
    }

    void start() {
        CommandThreads.WORK.execute(this::live);
    }

    private void live() {
        try {
            if (start(prepare())) {
                int code = limited.awaitExit();
                endGroup();
                ended(code);
            }
        } catch (InvalidInputException e) {
            notStarted(Failure.of("command", e.getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            notStarted(Failure.of(kind(e), "the command could not be started: " + e.getMessage()));
        }
    }

    // --- its beginning ---------------------------------------------------------------------------------------------

    private ProcessBuilder prepare() throws IOException {
        synchronized (this) {
            preparing = Thread.currentThread();
        }
        files.make();
        session = FlowSources.session(files);
        output = new CommandOutput(files, session);
        ProcessBuilder builder = output.redirect(files.process(guard.prefix(), session));
        starter = session.starter(builder);
        return builder;
    }

    /** Whether it is started; else it has been told to end. */
    private synchronized boolean start(ProcessBuilder builder) throws IOException {
        prepared();
        if (stopped != null) {
            finish(Optional.of(stopped));
            return false;
        }
        guard.watch();
        limited = ProcessLimits.ofThisMachine().startCommand(builder, spec.resources(), starter);
        guard.add(pid());
        files.started(builder);
        files.append(new HostStarted(Instant.now(), pid(), ""));
        session.started(pid());
        due.add(CommandThreads.CLOCK.scheduleWithFixedDelay(
                this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        spec.timeout()
                .map(Timeouts::millis)
                .ifPresent(millis -> after(Duration.ofMillis(millis), () -> {
                    stop(RunState.TIMED_OUT, Timeouts.failure(millis));
                }));
        return true;
    }

    /** An interrupt that was meant for the preparation must not reach what the thread does next. */
    private void prepared() {
        preparing = null;
        Thread.interrupted();
    }

    private synchronized void notStarted(Failure why) {
        prepared();
        if (limited != null) {
            ProcessHandle.of(pid()).ifPresent(ProcessTree::kill);
        }
        finish(Optional.of(stopped == null ? why : stopped));
    }

    // --- its life --------------------------------------------------------------------------------------------------

    private long pid() {
        return limited.process().pid();
    }

    private synchronized void look() {
        if (!exit.isDone() && limited.process().isAlive()) {
            output.read();
            session.look();
        }
    }

    private void after(Duration delay, Runnable action) {
        due.add(CommandThreads.CLOCK.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void terminate() {
        stop(RunState.TERMINATED, Failure.terminated());
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
        GracePlan graces = files.command().graces();
        guard.signal(pid(), "INT");
        after(graces.interrupt(), () -> guard.signal(pid(), "TERM"));
        after(graces.interrupt().plus(graces.terminate()), () -> guard.signal(pid(), "KILL"));
    }

    // --- its end ---------------------------------------------------------------------------------------------------

    private void endGroup() {
        try {
            guard.end(pid()).join();
        } catch (UncheckedIOException e) { // what has left the process can still be told by its environment
            Strays.end(spec.key());
        }
    }

    private synchronized void ended(int code) {
        Optional<Failure> failure;
        try {
            output.finish();
            Optional<Failure> spoiled = files.spoiled();
            CommandExit how = CommandEnd.of(limited, code, Optional.ofNullable(stopped), spoiled, output.last());
            if (how.forced()) {
                Strays.end(spec.key());
            }
            Optional<Failure> told = session.ended(how);
            failure = how.forced() ? how.failure() : told;
        } catch (IOException | RuntimeException | Error e) { // the pattern of a metric may overflow the stack
            failure = Optional.of(Failure.of(kind(e), "its results could not be put on record: " + e));
        }
        finish(failure);
    }

    /** The only end of it. */
    private void finish(Optional<Failure> failure) {
        due.forEach(each -> each.cancel(false));
        Optional<ResourceUsage> usage = limited == null ? Optional.empty() : limited.usage();
        HostExit how;
        try {
            RunState state = failure.isEmpty() ? RunState.SUCCEEDED : RunState.FAILED;
            boolean asToldToEnd = failure.isPresent() && failure.get().equals(stopped);
            how = HostExit.orderly(
                    files.end(new HostEnded(Instant.now(), asToldToEnd ? stoppedState : state, failure)));
            files.tidy(failure.isEmpty());
        } catch (RuntimeException | IOException e) {
            how = HostExit.failed(kind(e), "its end could not be put on record: " + e.getMessage());
        }
        exit.complete(how.withUsage(usage));
    }

    private static String kind(Throwable e) {
        return e instanceof UnwritableStoreException ? Failure.STORE : Failure.HOST;
    }

    @Override
    public String key() {
        return spec.key();
    }

    @Override
    public CompletableFuture<HostExit> exit() {
        return exit;
    }
}
