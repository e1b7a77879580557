package io.flowsweep.scheduler;

import io.flowsweep.deployer.local.DeploymentFeed;
import io.flowsweep.deployer.local.LocalTarget;
import io.flowsweep.deployer.local.StoreLock;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import io.flowsweep.threads.Daemons;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Starts runs of the deployments of a store when their schedules are due and when events come that they wait for. There is one for
 * a store, by a lock that ends with its process; another takes up where it left off, and nothing is lost or done twice. The
 * runs belong to the local target, not to the scheduler: they go on when it ends. Thread-safe.
 *
 * <pre>{@code
 * try (Scheduler scheduler = Scheduler.start(Path.of(".flowsweep"))) {
 *     …
 * }
 * }</pre>
 */
public final class Scheduler implements AutoCloseable {

    /** How long an event, or a deployment, waits at most before it is noticed. */
    private static final Duration POLL = Duration.ofMillis(40);

    private static final long LOCK_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final StoreLock lock;
    private final SchedulerCore core;
    private final LocalTarget target;
    private final InstantSource clock;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean closed;
    private long lookedAtLock = System.nanoTime();

    private Scheduler(Store store, InstantSource clock, Consumer<SchedulerEvent> listener) {
        this.clock = clock;
        this.lock = lock(store);
        try {
            this.target = (LocalTarget) Targets.named(LocalTarget.NAME, store);
            target.keep();
            DeploymentFeed feed = new DeploymentFeed(store);
            this.core = new SchedulerCore(store, target, feed::changed, clock, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Schedules in the background for the store in a folder, until it is closed.
     *
     * @throws InvalidInputException when another scheduler does; it names the process
     */
    public static Scheduler start(Path store) {
        return start(Stores.in(store), event -> {});
    }

    /**
     * The same for a store.
     *
     * @param listener is told what is done, by the scheduler's thread; must not throw
     */
    public static Scheduler start(Store store, Consumer<SchedulerEvent> listener) {
        Scheduler scheduler = new Scheduler(store, InstantSource.system(), listener);
        Daemons.start("flowsweep-scheduler", scheduler::run);
        return scheduler;
    }

    /**
     * Does once what there is to do, and returns.
     *
     * @throws InvalidInputException when another scheduler is at work
     */
    public static void once(Store store, Consumer<SchedulerEvent> listener) {
        Scheduler scheduler = new Scheduler(store, InstantSource.system(), listener);
        try {
            scheduler.core.step();
        } finally {
            scheduler.lock.close();
        }
    }

    /**
     * Works until all events are delivered, all runs of the store's deployments have ended, and so on for the events that these
     * ends are; schedules that are not due are not waited for.
     *
     * @throws InvalidInputException when another scheduler is at work
     * @throws FlowSweepException when the thread is interrupted; the runs go on, and the next scheduler with what is left to do
     */
    public static void untilIdle(Store store, Consumer<SchedulerEvent> listener) {
        Scheduler scheduler = new Scheduler(store, InstantSource.system(), listener);
        Ends ends = new Ends(scheduler.target);
        try {
            boolean idle = false;
            boolean ended = false;
            while (!ended || !idle) {
                ended = idle && ends.haveAllCome(); // then the step delivers them, if there are any
                scheduler.pause(scheduler.core.step());
                idle = scheduler.core.wasIdle();
            }
        } finally {
            scheduler.lock.close();
        }
    }

    /**
     * Ends the right of another scheduler to work for a store, so that the next one that is started has it; for when
     * that one's machine has died, of which nobody here can tell. If it lives, it ends within a second or two. The same
     * of who keeps the runs of the store on another machine: {@link io.flowsweep.deployer.Deployments#takeOver}.
     */
    public static void takeOver(Store store) {
        StoreLock.release(store, LocalTarget.SCHEDULER_LOCK);
        Targets.named(LocalTarget.NAME, store).takeOver();
    }

    /** What schedulers of a store have done, the oldest first, as far as it is kept. */
    public static List<SchedulerEvent> history(Store store) {
        return SchedulerJournal.history(store);
    }

    /** The process that schedules for a store at this moment. */
    public static Optional<Owner> of(Store store) {
        return StoreLock.holder(store, LocalTarget.SCHEDULER_LOCK);
    }

    /** Completes when it has ended; exceptionally when it could not go on. */
    public CompletableFuture<Void> end() {
        return end.copy();
    }

    /** Ends it; returns when it has ended. */
    @Override
    public void close() {
        closed = true;
        end.exceptionally(e -> null).join();
    }

    private static StoreLock lock(Store store) {
        return StoreLock.tryTake(store, LocalTarget.SCHEDULER_LOCK).orElseThrow(() -> refused(store, of(store)));
    }

    private static InvalidInputException refused(Store store, Optional<Owner> other) {
        boolean elsewhere = other.filter(owner -> !owner.isHere()).isPresent();
        return new InvalidInputException(
                "another scheduler is at work for this store: "
                        + other.map(Owner::described).orElse("it has just ended"),
                store.uri().getPath(),
                elsewhere
                        ? "Nobody can tell from here whether that process lives. If it does not, use --take-over"
                                + " (Scheduler.takeOver)"
                        : "One is enough: it serves all deployments of the store. End it first to start another.");
    }

    private void run() {
        try {
            while (!closed) {
                pause(core.step());
            }
            lock.close();
            end.complete(null);
        } catch (RuntimeException | Error e) {
            lock.close();
            end.completeExceptionally(e);
        }
    }

    /** Looks once a second. */
    private void checkLock() {
        if (System.nanoTime() - lookedAtLock > LOCK_LOOK_NANOS) {
            lookedAtLock = System.nanoTime();
            if (!lock.isHeld()) {
                throw new FlowSweepException(
                        "another scheduler has taken over, or the store was removed; this one ends");
            }
        }
    }

    /** Waits until something is due, but no longer than events may wait; sees to it that somebody keeps the runs. */
    private void pause(Optional<Instant> next) {
        checkLock();
        target.keepNowAndThen();
        Duration wait = next.map(due -> Duration.between(clock.instant(), due))
                .filter(until -> until.compareTo(POLL) < 0)
                .orElse(POLL);
        LockSupport.parkNanos(Math.max(0, wait.toNanos()));
        if (Thread.currentThread().isInterrupted()) {
            throw new FlowSweepException("interrupted while there was more to schedule");
        }
    }
}
