package io.flowsweep.executor.command;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The threads of all commands: one that waits for what is due, and those on which processes are started and seen off. */
final class CommandThreads {

    static final ExecutorService WORK = Executors.newCachedThreadPool(daemons("flowsweep-command"));
    static final ScheduledThreadPoolExecutor CLOCK = clock();

    private CommandThreads() {}

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, daemons("flowsweep-command-clock"));
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
