package io.flowsweep.sweep.threads;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep their process alive. Names are for whoever reads a dump of threads: {@code flowsweep-journal}. */
public final class Daemons {

    private Daemons() {}

    /** A thread that has not been started. */
    public static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    public static void start(String name, Runnable work) {
        thread(name, work).start();
    }

    /** Threads of one name, for an executor. */
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
}
