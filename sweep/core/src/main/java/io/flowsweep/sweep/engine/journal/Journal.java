package io.flowsweep.sweep.engine.journal;

import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvents;
import io.flowsweep.threads.Daemons;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What one driver has to say of a sweep, kept. A line is written at once, by the caller: it survives the death of this
 * process. A thread of the journal's own makes lines survive a crash of the machine, too, in groups: a sync begins at most 20
 * times a second, because each holds up everybody who makes files on the same disk, and what was written meanwhile shares it.
 *
 * <p>Thread-safe; the order of the lines is the order of the calls. After a failure nothing more is written, so that a
 * journal never has holes.
 */
public final class Journal implements AutoCloseable {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Store store;
    private final String log;
    private final Thread syncer;
    private List<CompletableFuture<Void>> unsynced = new ArrayList<>();
    private RuntimeException failure;
    private boolean closed;
    private long lastSync = System.nanoTime() - PERIOD_NANOS;

    /**
     * A journal to which nothing has been added; its thread begins with the first event.
     *
     * @param log its name in the store; this object is its only writer
     */
    public Journal(Store store, String log) {
        this.store = store;
        this.log = log;
        this.syncer = Daemons.thread("flowsweep-journal", this::sync);
    }

    /**
     * Adds an event, which survives the death of this process when this returns.
     *
     * @return completes when the event survives a crash of the machine, too; exceptionally, with a
     *     {@link io.flowsweep.store.StoreException}, when it could not be kept: at once when it could not be written
     */
    public synchronized CompletableFuture<Void> append(SweepEvent event) {
        if (failure == null) {
            try {
                store.append(log, List.of(SweepEvents.toLine(event)));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        CompletableFuture<Void> kept = new CompletableFuture<>();
        unsynced.add(kept);
        if (syncer.getState() == Thread.State.NEW) {
            syncer.start();
        } else if (unsynced.size() == 1) {
            notifyAll();
        }
        return kept;
    }

    /** Returns when everything added before has been kept, or has failed to be. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (syncer.isAlive()) {
            try {
                syncer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sync() {
        for (List<CompletableFuture<Void>> group = next(); !group.isEmpty(); group = next()) {
            lastSync = System.nanoTime();
            try {
                store.sync(log);
                group.forEach(kept -> kept.complete(null));
            } catch (RuntimeException e) {
                synchronized (this) {
                    failure = e;
                }
                group.forEach(kept -> kept.completeExceptionally(e));
            }
        }
    }

    /** What has been written since the last call, as soon as it is time; nothing when the journal is closed. */
    private synchronized List<CompletableFuture<Void>> next() {
        while (unsynced.isEmpty() && !closed) {
            await(Long.MAX_VALUE);
        }
        for (long left = toNextSync(); left > 0 && !closed; left = toNextSync()) {
            await(left);
        }
        List<CompletableFuture<Void>> group = unsynced;
        unsynced = new ArrayList<>();
        return group;
    }

    private long toNextSync() {
        return lastSync + PERIOD_NANOS - System.nanoTime();
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            return; // nobody else knows this thread
        }
    }
}
