package io.flowsweep.runtime;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.store.Stores;
import java.io.FileDescriptor;
import java.net.URI;
import java.util.Optional;

/**
 * The main class of a host that is a process of its own: {@code HostMain STORE RUN HOST TIMEOUT_MILLIS}, where the timeout 0
 * means none. Its parent process is the run's owner: when that dies, the host ends with its whole process tree.
 */
public final class HostMain {

    /** How long a host may outlive its owner. */
    private static final long OWNER_POLL_MILLIS = 200;

    private static volatile String activeStep = "";

    private HostMain() {}

    public static void main(String[] args) {
        TaskOutput printed = TaskOutput.install(FileDescriptor.out);
        int host = Integer.parseInt(args[2]);
        RunLogs logs = RunLogs.open(Stores.open(URI.create(args[0])), args[1]);
        RunExecution run = RunExecution.in(logs, host, (body, log) -> places(logs, host, body, log));
        daemon("owner-watch", () -> endWithOwner(run));
        long timeoutMillis = Long.parseLong(args[3]);
        if (timeoutMillis > 0) {
            daemon("timeout", () -> endAfter(run, timeoutMillis, printed));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> noteExit(run, printed), "exit-watch"));
        int code = 1;
        try {
            code = run.execute() == RunState.SUCCEEDED ? 0 : 1;
        } finally { // also when nothing can be put on record, and whatever threads the flow has left
            killChildren();
            System.exit(code); // the exit-watch keeps what has no line end yet
        }
    }

    private static Places places(RunLogs logs, int host, TaskBody body, HostLog log) {
        TaskPlace own = new ThreadPlace(body, log, false, step -> activeStep = step);
        long memory = Long.getLong("flowsweep.host.memory", 0);
        RunSettings settings = logs.request().settings();
        Need need = TaskNeed.of(logs.request().plan(), settings, memory, false);
        TaskProcesses processes = new TaskProcesses(logs, host, log, HostResources.of(need.cpus(), memory));
        return new HostPlaces(own, processes::start, need, settings.maxWorkers());
    }

    /** A normal end is on record when this runs; otherwise the flow itself has asked the JVM to exit. */
    private static void noteExit(RunExecution run, TaskOutput printed) {
        printed.close();
        if (run.hasEnded()) {
            return;
        }
        String step = activeStep;
        run.end(
                RunState.FAILED,
                Optional.of(Failure.of(
                        "exit",
                        "the JVM was told to exit" + (step.isEmpty() ? "" : " while the step " + step + " ran"))));
        killChildren();
    }

    private static void endAfter(RunExecution run, long timeoutMillis, TaskOutput printed) {
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
        for (long left = timeoutMillis; left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            sleep(left);
        }
        run.end(RunState.TIMED_OUT, Optional.of(Timeouts.failure(timeoutMillis)));
        printed.close();
        halt();
    }

    /**
     * Looks for the parent now and then. To wait at a pipe for its end would be told at once, but a thread that waits in the
     * operating system makes HotSpot wait 300 ms for it when the JVM exits.
     */
    private static void endWithOwner(RunExecution run) {
        long owner = run.ownerPid();
        while (ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L) == owner) {
            sleep(OWNER_POLL_MILLIS);
        }
        run.abandon(); // else a flow that waits for a child would be told its end, and go on to succeed
        halt();
    }

    private static void halt() {
        killChildren();
        Runtime.getRuntime().halt(1);
    }

    private static void killChildren() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
