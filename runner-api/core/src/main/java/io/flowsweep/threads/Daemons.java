package io.flowsweep.threads;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** Makes threads that end with the program. Their names begin with {@code flowsweep-}, so that a dump of threads tells whose they are. */
public final class Daemons {

    private Daemons() {}

    /** Starts a thread. */
    public static Thread start(String name, Runnable work) {
        Thread thread = thread(name, work);
        thread.start();
        return thread;
    }

    /** A thread that is still to be started. */
    public static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Makes threads of one name for a pool. */
    public static ThreadFactory named(String name) {
        return work -> thread(name, work);
    }

    /** The same of the lowest priority, for what must not slow runs. */
    public static ThreadFactory quiet(String name) {
        return work -> {
            Thread thread = thread(name, work);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        };
    }

    /** A pool of one thread that does things when they are due, and forgets those that are cancelled. */
    public static ScheduledThreadPoolExecutor clock(String name) {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named(name));
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
