package io.flowsweep.sweep;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.engine.Driver;
import io.flowsweep.sweep.results.SweepSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A sweep under way, owned by this program: when the program ends, so do its runs, and what finished stays on record.
 * Thread-safe.
 */
public final class SweepRun implements AutoCloseable {

    private final Driver driver;

    SweepRun(Driver driver) {
        this.driver = driver;
    }

    /** The sweep's id in its store. */
    public String id() {
        return driver.sweepId();
    }

    /**
     * Waits for the end, table and charts included; never throws because variants failed. An interrupt of the waiting
     * thread is kept and ends the wait.
     *
     * @return how the sweep stands then
     * @throws RuntimeException a fault of FlowSweep itself
     */
    public SweepSummary await() {
        return await(Duration.ofDays(36_500)).orElseGet(this::summary);
    }

    /** Waits for the end at most this long; empty when the sweep goes on. */
    public Optional<SweepSummary> await(Duration limit) {
        try {
            driver.completion().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return Optional.of(summary());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }

    /** Starts no more runs and ends those under way. Returns at once: {@link #await()} tells when all has ended. */
    public void cancel() {
        driver.cancel();
    }

    /** Counts, best value, failures by message, as they stand now. */
    public SweepSummary summary() {
        return driver.summary();
    }

    /** One row for each variant that has ended so far; see {@link io.flowsweep.sweep.results.ResultsTable}. */
    public Table results() {
        return driver.results();
    }

    /** Where table and charts appear: {@code results/NAME/latest}. */
    public Path folder() {
        return driver.folder();
    }

    /** The files written so far: the table first, then the charts. */
    public List<Path> files() {
        return driver.files();
    }

    /**
     * The file that could not be written last, and why: a full disk, a folder that is gone. What has been measured is in the
     * store all the same.
     */
    public Optional<String> unwritten() {
        return driver.unwritten();
    }

    /** What could not be drawn, one sentence each. */
    public List<String> problems() {
        return driver.problems();
    }

    /** {@link #cancel()} and {@link #await()}. */
    @Override
    public void close() {
        cancel();
        await();
    }

    /** {@code SweepRun[matmul-1a2b3c4d running 3/8, 1 failed]}. */
    @Override
    public String toString() {
        SweepSummary summary = summary();
        return "SweepRun[" + id() + " " + summary.stateText() + " " + summary.done() + "/" + summary.variants()
                + (summary.failed() > 0 ? ", " + summary.failed() + " failed" : "") + "]";
    }
}
