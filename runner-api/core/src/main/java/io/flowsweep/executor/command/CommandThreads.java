package io.flowsweep.executor.command;

import io.flowsweep.threads.Daemons;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of all commands: one that waits for what is due, and those on which processes are started and seen off. */
final class CommandThreads {

    static final ExecutorService WORK = Executors.newCachedThreadPool(Daemons.named("flowsweep-command"));
    static final ScheduledExecutorService CLOCK = Daemons.clock("flowsweep-command-clock");

    private CommandThreads() {}
}
