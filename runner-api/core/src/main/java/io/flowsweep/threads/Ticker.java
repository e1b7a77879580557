package io.flowsweep.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again, on a daemon thread of its own and with a rest in between. What it throws is logged, the same only
 * once in a row, and the next time comes all the same. Thread-safe.
 */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Ticker.class.getName());

    private final String name;
    private final long restMillis;
    private final Runnable work;
    private final ScheduledExecutorService thread;

    /** What was logged of the last time; empty when that went well. Of the ticker's thread. */
    private String logged = "";

    /** @param name of the thread, which begins with {@link #start} */
    public Ticker(String name, long restMillis, Runnable work) {
        this.name = name;
        this.restMillis = restMillis;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(Daemons.named(name));
    }

    /** Does it for the first time after one rest; called once. */
    public void start() {
        thread.scheduleWithFixedDelay(this::tick, restMillis, restMillis, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            work.run();
            logged = "";
        } catch (RuntimeException e) {
            log(e);
        }
    }

    private void log(RuntimeException failure) {
        if (!thread.isShutdown() && !failure.toString().equals(logged)) {
            LOG.log(Level.WARNING, name + " failed, and goes on", failure);
            logged = failure.toString();
        }
    }

    /** Does it no more; what is being done is interrupted. Returns at once, also when it is called by the work itself. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
