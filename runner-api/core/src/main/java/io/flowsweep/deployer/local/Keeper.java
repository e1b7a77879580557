package io.flowsweep.deployer.local;

import io.flowsweep.store.MarkSequence;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.UnwritableStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries out the orders of a store's local target and owns the runs that come of them; the only process that does, by a lock. It
 * belongs to nobody: it outlives who triggers and who schedules. When it dies, its hosts end, and the next one finds the orders
 * of all runs that have not ended, and goes on with these runs.
 *
 * <p>When its lock is taken from it, or the store is removed, it leaves at once, and its hosts end.
 *
 * <p>An order is removed when there is nothing more to do about it. The last one stays, as the next is numbered after it.
 */
final class Keeper {

    /** The kind of its lock. */
    static final String LOCK = "keeper";

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** When nothing was to do for a second: an order then waits a little longer, and a processor can rest. */
    private static final long IDLE_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOCK_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Store store;
    private final StoreLock lock;
    private final long idleNanos;
    private final MarkSequence orders;
    private final KeptRuns runs;
    private final List<Long> done = new ArrayList<>();
    private long last = -1;
    private long idleSince = System.nanoTime();
    private long lookedAtLock = System.nanoTime();

    Keeper(Store store, StoreLock lock, Duration idle) {
        this.store = store;
        this.lock = lock;
        this.idleNanos = idle.toNanos();
        this.orders = orders(store);
        this.runs = new KeptRuns(store);
    }

    static MarkSequence orders(Store store) {
        return new MarkSequence(store, StoreLayout.localTarget("orders"));
    }

    /** Whether a process that lives keeps the runs of the store. */
    static boolean isKept(Store store) {
        return StoreLock.holder(store, LOCK).isPresent();
    }

    /**
     * Works until there has been nothing to do for a while.
     *
     * @return whether there is something to do after all, given while this was leaving
     */
    boolean keep() {
        orders.numbers().forEach(this::take);
        while (isHeld()) {
            for (long next = last + 1; take(next); next++) {
                idleSince = System.nanoTime();
            }
            done.addAll(runs.ended());
            removeDone();
            if (!runs.isEmpty()) {
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince > idleNanos) {
                if (StoreLock.holder(store, LocalTarget.SCHEDULER_LOCK).isEmpty()) {
                    lock.close();
                    return orders.get(last + 1).isPresent(); // who gave it may have seen this one still here
                }
                idleSince = System.nanoTime();
            }
            boolean busy = System.nanoTime() - idleSince < BUSY_NANOS;
            LockSupport.parkNanos(busy ? POLL_NANOS : IDLE_POLL_NANOS);
        }
        return false;
    }

    /** Looks once a second. */
    private boolean isHeld() {
        if (System.nanoTime() - lookedAtLock < LOCK_LOOK_NANOS) {
            return true;
        }
        lookedAtLock = System.nanoTime();
        return lock.isHeld();
    }

    private boolean take(long number) {
        Optional<byte[]> mark = orders.get(number);
        if (mark.isEmpty()) {
            return false;
        }
        last = Math.max(last, number);
        boolean needed = false;
        try {
            needed = runs.carryOut(number, KeeperOrder.of(mark.get()));
        } catch (UnwritableStoreException e) { // nobody's failure: the next keeper tries again
            needed = true;
            System.err.println("order " + number + ": " + e);
        } catch (RuntimeException e) { // the store is damaged there; the other runs go on
            System.err.println("order " + number + ": " + e);
        }
        if (!needed) {
            done.add(number);
        }
        return true;
    }

    private void removeDone() {
        done.removeIf(number -> {
            if (number < last) {
                orders.remove(number);
            }
            return number < last;
        });
    }
}
