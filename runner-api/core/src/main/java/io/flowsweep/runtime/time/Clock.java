package io.flowsweep.runtime.time;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, on one daemon thread that is started by the first of them. */
public final class Clock {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "flowsweep-clock");
        thread.setDaemon(true);
        return thread;
    });

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private Clock() {}

    /** Starts the thread now. */
    public static void start() {
        TIMER.prestartCoreThread();
    }

    /** @return cancels it, after which nothing of it is kept */
    public static Future<?> after(long millis, Runnable action) {
        return TIMER.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    /** How many things are still to be done. */
    public static int waiting() {
        return TIMER.getQueue().size();
    }
}
