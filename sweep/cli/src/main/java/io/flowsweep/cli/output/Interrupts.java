package io.flowsweep.cli.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when a signal (Ctrl-C, TERM) ends the JVM: the work is told to stop, and the JVM waits until
 * the command has said its last word. The exit code is then the signal's, 130 or 143.
 */
public final class Interrupts implements AutoCloseable {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "flowsweep-interrupt");
    private Runnable stop = () -> {};
    private boolean interrupted;

    public Interrupts() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What to do on a signal; at once when it has come already. Must return quickly. */
    public synchronized void onInterrupt(Runnable action) {
        stop = action;
        if (interrupted) {
            action.run();
        }
    }

    /** The command is done. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running, and has been told.
        }
    }

    private void interrupted() {
        synchronized (this) {
            interrupted = true;
            stop.run();
        }
        try {
            done.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
