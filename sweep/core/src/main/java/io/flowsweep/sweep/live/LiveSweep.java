package io.flowsweep.sweep.live;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.threads.Ticker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A sweep on record, looked at again ten times a second as long as anybody has the page open. Each change has a
 * version; what is computed of one is computed once. Thread-safe.
 */
final class LiveSweep implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;

    /** Whether its drivers live is asked this often, in looks: it takes a look at their locks. */
    private static final int DRIVERS_EVERY = 10;

    /** Nobody has the page open who has asked nothing for so long. */
    private static final long UNWANTED_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final int MOST_VIEWS = 8;

    private final RecordedSweep recorded;
    private final Ticker ticker = new Ticker("flowsweep-page-follow", PERIOD_MILLIS, this::look);
    private final Map<View, Table> admitted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Table> eldest) {
            return size() > MOST_VIEWS;
        }
    };
    private Table admittedFrom;
    private volatile long wantedNanos = System.nanoTime();
    private long looks;
    private boolean driven;
    private long version = 1;
    private long rowsVersion = 1;
    private long tableVersion;
    private Table table;

    LiveSweep(RecordedSweep recorded) {
        this.recorded = recorded;
        this.driven = !recorded.drivers().isEmpty();
        ticker.start();
    }

    RecordedSweep recorded() {
        return recorded;
    }

    /** Whether a driver is at work. */
    synchronized boolean driven() {
        return driven;
    }

    /** Counts what has happened, from 1. */
    synchronized long version() {
        wantedNanos = System.nanoTime();
        return version;
    }

    /** Counts what has changed the rows of {@link #table}, from 1. */
    synchronized long rowsVersion() {
        return rowsVersion;
    }

    /** Waits until something has happened since a version, at most so long; the version then. */
    synchronized long await(long since, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (version == since) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return version;
    }

    /** The rows as they stand and as people read them; not to be added to. */
    synchronized Table table() {
        if (table == null || tableVersion != rowsVersion) {
            table = ShownTable.of(recorded.results());
            tableVersion = rowsVersion;
        }
        return table;
    }

    /**
     * The rows that a view admits, in the order of {@link #table}; those of the last few views are kept, as each chart
     * and the table ask for them.
     */
    Table rows(View view) {
        Table all = table();
        if (view.isEverything()) {
            return all;
        }
        synchronized (admitted) {
            if (admittedFrom != all) {
                admitted.clear();
                admittedFrom = all;
            }
            return admitted.computeIfAbsent(view.rowsOnly(), wanted -> ViewRows.of(all, wanted));
        }
    }

    @Override
    public void close() {
        ticker.close();
    }

    private void look() {
        if (System.nanoTime() - wantedNanos > UNWANTED_NANOS) {
            return;
        }
        try {
            boolean before = driven();
            boolean lives = looks++ % DRIVERS_EVERY == 0 ? !recorded.drivers().isEmpty() : before;
            boolean[] rows = {false};
            boolean any = recorded.refresh(event -> rows[0] |= changesRows(event));
            if (any || lives != before) {
                note(lives, rows[0]);
            }
        } catch (FlowSweepException e) {
            // a store that cannot be read now: the next look may
        }
    }

    private synchronized void note(boolean lives, boolean rows) {
        driven = lives;
        version++;
        rowsVersion += rows ? 1 : 0;
        notifyAll();
    }

    private static boolean changesRows(SweepEvent event) {
        return event instanceof VariantFinished
                || event instanceof VariantReused
                || event instanceof VariantSkipped
                || event instanceof SweepStarted;
    }
}
