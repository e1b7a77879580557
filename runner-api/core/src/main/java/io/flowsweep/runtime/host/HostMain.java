package io.flowsweep.runtime.host;

import io.flowsweep.events.RunState;
import io.flowsweep.os.OwnProcess;
import io.flowsweep.os.OwnUsage;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.task.TaskOutput;
import io.flowsweep.store.Stores;
import io.flowsweep.store.UnwritableStoreException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.net.URI;

/**
 * The main class of a host that is a process of its own: {@code HostMain STORE RUN HOST TIMEOUT_MILLIS}, where the timeout 0
 * means none. Its parent process is the run's owner: when that dies, the host ends with its whole process tree.
 *
 * <p>What a host that does nearly nothing runs through uses no lambda, stream, pattern or date format: to link or load each
 * takes a new JVM as long as all the rest. {@code HostStartTest} holds it to that.
 */
public final class HostMain {

    /** How long a host may outlive its owner. */
    private static final long OWNER_POLL_MILLIS = 200;

    /** Set when the run has succeeded and is on record. */
    private static volatile boolean over;

    /** Set when this JVM is on its way out: whoever told it to exit now would cut short what is done at its end. */
    private static volatile boolean ending;

    private HostMain() {}

    public static void main(String[] args) {
        TaskOutput printed = TaskOutput.to(new FileOutputStream(FileDescriptor.out));
        printed.install();
        RunLogs logs = RunLogs.open(Stores.open(URI.create(args[0])), args[1]);
        HostRun run = new HostRun(logs, Integer.parseInt(args[2]), printed, OwnUsage.sinceStart());
        daemon(new Thread("owner-watch") {
            @Override
            public void run() {
                endWithOwner(run);
            }
        });
        long timeoutMillis = Long.parseLong(args[3]);
        if (timeoutMillis > 0) {
            daemon(new Thread("timeout") {
                @Override
                public void run() {
                    endAfter(run, timeoutMillis);
                }
            });
        }
        Runtime.getRuntime().addShutdownHook(new Thread("exit-watch") {
            @Override
            public void run() {
                ending = true;
                run.noteExit();
            }
        });
        int code = 1;
        try {
            code = run.execute() == RunState.SUCCEEDED ? 0 : 1;
        } catch (UnwritableStoreException e) {
            code = UnwritableStoreException.EXIT_CODE;
            e.printStackTrace();
        } finally { // also when nothing can be put on record; the exit-watch keeps what has no line end yet
            ProcessTree.killChildren();
            over = code == 0;
            if (code != 0 || leavesThreads()) {
                System.exit(code);
            }
        }
    }

    /**
     * Whether something keeps the JVM from ending by itself, which is how it should end: when it is told to exit, it sets up the
     * logging of exits first, from JDK 21 on, which takes a new JVM 15 ms.
     */
    private static boolean leavesThreads() {
        for (Thread thread : AllThreads.now()) {
            if (thread != Thread.currentThread() && !thread.isDaemon()) {
                return true;
            }
        }
        return false;
    }

    private static void endAfter(HostRun run, long timeoutMillis) {
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
        for (long left = timeoutMillis; left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            sleep(left);
        }
        run.timeOut(timeoutMillis);
    }

    /**
     * Looks for the parent now and then, and for what keeps this JVM from its end. To wait at a pipe would tell the end of the parent
     * at once, but a thread that waits in the operating system makes HotSpot wait 300 ms for it when the JVM exits.
     */
    private static void endWithOwner(HostRun run) {
        long owner = run.ownerPid();
        do {
            sleep(OWNER_POLL_MILLIS);
            if (over && !ending) { // a thread was started since, and keeps the JVM
                System.exit(0);
            }
        } while (OwnProcess.parentPid() == owner);
        run.abandon();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            return; // a flow interrupts all threads that it finds
        }
    }

    private static void daemon(Thread thread) {
        thread.setDaemon(true);
        thread.start();
    }
}
