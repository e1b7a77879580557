package io.flowsweep.sweep.engine;

import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What one driver has to say of a sweep, kept. Lines are committed in groups: whatever was asked for while the last group
 * was on its way to the disk goes into the next, with one write and one sync for all of it.
 *
 * <p>Thread-safe; the order of the lines is the order of the calls. After a failure nothing more is written, so that a
 * journal never has holes.
 */
public final class Journal implements AutoCloseable {

    private record Entry(String line, CompletableFuture<Void> kept) {}

    /** Stands behind the last entry. */
    private static final Entry END = new Entry("", new CompletableFuture<>());

    private final Store store;
    private final String log;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private RuntimeException failure;

    /** @param log the journal's name in the store; this object is its only writer */
    public Journal(Store store, String log) {
        this.store = store;
        this.log = log;
        this.writer = new Thread(this::write, "flowsweep-journal");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Adds an event.
     *
     * @return completes when the event survives a crash of the machine; exceptionally, with a
     *     {@link io.flowsweep.store.StoreException}, when it could not be kept
     */
    public CompletableFuture<Void> append(SweepEvent event) {
        Entry entry = new Entry(SweepEvents.toLine(event), new CompletableFuture<>());
        queue.add(entry);
        return entry.kept();
    }

    /** Returns when everything added before has been kept, or has failed to be. */
    @Override
    public void close() {
        queue.add(END);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Entry> group = new ArrayList<>();
        while (true) {
            group.clear();
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                continue;
            }
            queue.drainTo(group);
            boolean last = group.contains(END);
            commit(last ? group.subList(0, group.indexOf(END)) : group);
            if (last) {
                return;
            }
        }
    }

    private void commit(List<Entry> group) {
        if (group.isEmpty()) {
            return;
        }
        if (failure == null) {
            try {
                store.append(log, group.stream().map(Entry::line).toList());
                store.sync(log);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        for (Entry entry : group) {
            if (failure == null) {
                entry.kept().complete(null);
            } else {
                entry.kept().completeExceptionally(failure);
            }
        }
    }
}
