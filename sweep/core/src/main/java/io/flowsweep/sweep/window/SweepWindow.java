package io.flowsweep.sweep.window;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.threads.Daemons;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/**
 * A window with the charts of a sweep, a tab each, drawn again while it goes on: at most twice a second and for at most
 * a tenth of the time. Thread-safe.
 */
public final class SweepWindow implements AutoCloseable {

    private static final long PERIOD_MILLIS = 500;

    /** How many times as long as drawing took, the next drawing is waited for. */
    private static final int REST = 9;

    private final RecordedSweep sweep;
    private final ChartFrame frame;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.quiet("flowsweep-window"));

    private SweepWindow(RecordedSweep sweep, ChartFrame frame) {
        this.sweep = sweep;
        this.frame = frame;
    }

    /**
     * Makes sure that a window can be shown.
     *
     * @throws InvalidInputException when there is no display
     */
    public static void check() {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            throw new InvalidInputException(
                    "there is no display to show a window on" + missing.get(),
                    "--window",
                    "Use --ui, which serves a page, or `flowsweep watch` in the terminal");
        }
        System.setProperty("java.awt.headless", "false"); // else drawing files makes it so
    }

    private static Optional<String> missing() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of("");
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return Optional.empty();
        } catch (AWTError | HeadlessException | LinkageError e) {
            return Optional.of(": " + e.getMessage());
        }
    }

    /**
     * Shows a sweep, until the window is closed by its user or by {@link #close}.
     *
     * @throws InvalidInputException when there is no display
     */
    public static SweepWindow open(RecordedSweep sweep) {
        check();
        ChartFrame[] frame = new ChartFrame[1];
        onScreen(() -> frame[0] = new ChartFrame(sweep));
        SweepWindow window = new SweepWindow(sweep, frame[0]);
        onScreen(() -> window.frame.show(window.closed::countDown));
        window.thread.execute(window::drawFirst);
        return window;
    }

    /** Waits until the window has been closed. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        onScreen(frame::dispose);
        closed.countDown();
    }

    private void drawFirst() {
        paced(frame::draw);
    }

    private void look() {
        paced(() -> {
            if (sweep.refresh()) {
                frame.draw();
            }
        });
    }

    /** Does it, and looks again after a rest. */
    private void paced(Runnable work) {
        long begin = System.nanoTime();
        try {
            work.run();
        } catch (FlowSweepException e) {
            // a store that cannot be read now: the next look may
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (closed.getCount() > 0) {
            thread.schedule(this::look, Math.max(PERIOD_MILLIS, REST * took), TimeUnit.MILLISECONDS);
        }
    }

    private static void onScreen(Runnable work) {
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The titles of the tabs, which are those of the charts. */
    List<String> tabs() {
        return frame.tabs();
    }
}
