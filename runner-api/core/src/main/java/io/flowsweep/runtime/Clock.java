package io.flowsweep.runtime;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, on one daemon thread that is started by the first of them. */
final class Clock {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "flowsweep-clock");
        thread.setDaemon(true);
        return thread;
    });

    private Clock() {}

    static void after(long millis, Runnable action) {
        TIMER.schedule(action, millis, TimeUnit.MILLISECONDS);
    }
}
