package io.flowsweep.runner;

import io.flowsweep.client.Run;
import io.flowsweep.events.Failure;
import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostLost;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.OwnerChanged;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Lease;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.runtime.task.Scratch;
import io.flowsweep.runtime.time.Timeouts;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.threads.Daemons;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Answers for one run: puts it on record, waits for room on the machine, has its host started, and records how it ended. The
 * only writer of the owner's log.
 */
final class RunOwner {

    /** How much longer than its timeout a host may take to end itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Within which a signal that was sent to a whole group of processes has reached all of them. */
    private static final Duration ECHO = Duration.ofMillis(500);

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Daemons.named("flowsweep-run"));

    private final RunOrder order;
    private final String runId;
    private final String folder;
    private final RunRequested request;
    private final Need need;
    private final CompletableFuture<RunState> completion = new CompletableFuture<>();
    private final List<RunEvent> recorded = new CopyOnWriteArrayList<>();

    /** What the only host has put on record, when it is at hand. */
    private volatile Optional<List<RunEvent>> ofHost = Optional.empty();

    private Thread waiting;
    private HostHandle host;
    private boolean terminated;
    private volatile int hosts;

    private RunOwner(RunOrder order, String runId, int lastHost) {
        this.order = order;
        this.runId = runId;
        this.folder = StoreLayout.run(order.plan().flow(), runId);
        this.request = request(order, runId);
        this.need = RunNeeds.of(order);
        this.hosts = lastHost;
    }

    /**
     * @throws io.flowsweep.executor.admission.NeverFitsException before anything is on record
     * @throws io.flowsweep.errors.InvalidInputException also then, when it asks for what cannot be
     */
    static RunOwner start(RunOrder order, String runId, Consumer<String> announced) {
        RunOwner owner = new RunOwner(order, runId, 0);
        order.executor().check(RunNeeds.wanted(order), order.surroundings().jvm());
        announced.accept(runId);
        owner.append(owner.request);
        THREADS.execute(owner::carryOut);
        return owner;
    }

    /** Goes on with a run that another process had begun, from the host after the last that was asked for. */
    static RunOwner adopt(RunOrder order, String runId, int lastHost) {
        RunOwner owner = new RunOwner(order, runId, lastHost);
        owner.append(new OwnerChanged(Instant.now(), Owner.self()));
        Scratch.removeOf(runId);
        THREADS.execute(owner::carryOut);
        return owner;
    }

    /** Puts on record that a run has failed, and before that the run itself if it is not. */
    static void fail(RunOrder order, String runId, Failure failure) {
        String folder = StoreLayout.run(order.plan().flow(), runId);
        String log = StoreLayout.runLog(folder);
        List<String> lines = new ArrayList<>();
        if (order.store().read(log, 0).lines().isEmpty()) {
            lines.add(RunEvents.toLine(request(order, runId)));
        }
        lines.add(RunEvents.toLine(new RunEnded(Instant.now(), RunState.FAILED, Optional.of(failure))));
        order.store().append(log, lines);
        order.store().finish(folder);
    }

    private static RunRequested request(RunOrder order, String runId) {
        return new RunRequested(Instant.now(), runId, Owner.self(), order.tags(), order.settings(), order.plan());
    }

    String runId() {
        return runId;
    }

    /** How many hosts have been asked for so far. */
    int hosts() {
        return hosts;
    }

    /** The run by what this owner has put on record so far. */
    Run run() {
        return Run.of(order.store(), folder, List.copyOf(recorded), ofHost);
    }

    CompletableFuture<RunState> completion() {
        return completion;
    }

    void terminate() {
        HostHandle started;
        synchronized (this) {
            terminated = true;
            notifyAll();
            started = host;
            if (waiting != null) {
                waiting.interrupt();
            }
        }
        if (started != null) {
            started.terminate();
        }
    }

    private void carryOut() {
        RunEnded end;
        try (Lease lease = awaitRoom()) {
            end = carryOutInHosts(RunNeeds.granted(order, lease));
        } catch (InterruptedException e) {
            end = ended();
        } catch (RuntimeException | Error e) {
            end = new RunEnded(
                    Instant.now(),
                    RunState.FAILED,
                    Optional.of(Failure.of(Failure.HOST, "it could not be carried out: " + e)));
        }
        try {
            append(end);
            order.store().finish(folder);
        } finally {
            completion.complete(end.state());
        }
    }

    private Lease awaitRoom() throws InterruptedException {
        synchronized (this) {
            if (terminated) {
                throw new InterruptedException();
            }
            waiting = Thread.currentThread();
        }
        try {
            return Admission.ofThisMachine().acquire(need);
        } finally {
            synchronized (this) {
                waiting = null;
                Thread.interrupted();
            }
        }
    }

    /** One host after the other, as long as one is lost and what it was doing may be repeated. */
    private RunEnded carryOutInHosts(HostResources resources) throws InterruptedException {
        for (int number = hosts + 1; ; number++) {
            Optional<HostHandle> started = launch(number, resources);
            if (started.isEmpty()) {
                return ended();
            }
            HostExit exit = await(started.get());
            ofHost = number == 1 ? exit.events() : Optional.empty();
            HostOutcome outcome = HostOutcome.of(
                    LastWords.of(exit, order.store(), folder, number),
                    exit,
                    RunNeeds.isBounded(order) ? OptionalLong.of(resources.memoryBytes()) : OptionalLong.empty());
            int host = number;
            outcome.usage().ifPresent(usage -> append(new HostUsed(Instant.now(), host, usage)));
            if (outcome.state() != RunState.SUCCEEDED || exit.failure().isPresent()) {
                Scratch.removeOf(runId);
                order.store().tidy();
            }
            if (!outcome.onRecord() && (isTerminated() || outcome.isKilled() && isToBeTerminated())) {
                return ended();
            }
            boolean lost = outcome.state() == RunState.FAILED && !outcome.onRecord();
            if (!lost || !Repetition.allowed(order, folder, number)) {
                return new RunEnded(Instant.now(), outcome.state(), outcome.failure());
            }
            append(new HostLost(Instant.now(), number, outcome.failure().orElseThrow()));
        }
    }

    private synchronized boolean isTerminated() {
        return terminated;
    }

    /** What has killed the host may have reached this process, too, which is about to end its runs then. */
    private synchronized boolean isToBeTerminated() throws InterruptedException {
        long end = System.nanoTime() + ECHO.toNanos();
        for (long left = ECHO.toNanos(); !terminated && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return terminated;
    }

    /** Empty when the run was terminated before its host was started. */
    private Optional<HostHandle> launch(int number, HostResources resources) {
        HostSpec spec = new HostSpec(
                order.plan().flow() + "/" + runId + "/" + number,
                order.store().uri(),
                folder,
                request,
                number,
                resources,
                order.conditions().timeout(),
                order.surroundings().environment(),
                order.surroundings().workingDirectory(),
                order.surroundings().jvm());
        synchronized (this) {
            if (terminated) {
                return Optional.empty();
            }
            hosts = number;
            append(new HostRequested(Instant.now(), number, order.executor().name(), spec.key()));
            host = order.executor().launch(List.of(spec)).get(0);
            return Optional.of(host);
        }
    }

    /** Ends a host that does not keep to its timeout. */
    private HostExit await(HostHandle handle) throws InterruptedException {
        try {
            return order.conditions().timeout().isEmpty()
                    ? handle.exit().get()
                    : handle.exit().get(timeoutMillis() + GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.terminate();
            return HostExit.failed(Timeouts.failure(timeoutMillis()));
        } catch (ExecutionException e) {
            return HostExit.failed(Failure.HOST, String.valueOf(e.getCause()));
        }
    }

    private long timeoutMillis() {
        return Timeouts.millis(order.conditions().timeout().orElseThrow());
    }

    private RunEnded ended() {
        return new RunEnded(Instant.now(), RunState.TERMINATED, Optional.of(Failure.terminated()));
    }

    private void append(RunEvent event) {
        order.store().append(StoreLayout.runLog(folder), List.of(RunEvents.toLine(event)));
        recorded.add(event);
    }
}
