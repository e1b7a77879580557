package io.flowsweep.sweep;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.engine.Driver;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.results.Added;
import io.flowsweep.sweep.results.ResultsStatistics;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.threads.Daemons;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A sweep under way, owned by this program: when the program ends, so do its runs, and what finished stays on record.
 * Thread-safe.
 */
public final class SweepRun implements AutoCloseable {

    private static final Duration FOREVER = Duration.ofDays(36_500);

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
        return await(FOREVER).orElseGet(this::summary);
    }

    /** Waits for the end at most this long; empty when the sweep goes on, or the waiting thread was interrupted. */
    public Optional<SweepSummary> await(Duration limit) {
        try {
            Duration longest = limit.compareTo(FOREVER) < 0 ? limit : FOREVER;
            driver.completion().get(longest.toNanos(), TimeUnit.NANOSECONDS);
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

    /**
     * What happens in the sweep, as it happens: every event from the first on, in order. Lazy: asking for the next one waits
     * for it, and the stream ends behind {@link SweepEvent.SweepFinished}. Each call gives a stream of its own, and none holds
     * events in memory: they are read from the sweep's journal. Events for which a full disk had no room are missing, the last
     * one never is.
     *
     * <pre>{@code
     * run.events()
     *         .filter(VariantFinished.class::isInstance)
     *         .map(VariantFinished.class::cast)
     *         .forEach(end -> System.out.println(end.variant() + " " + end.metrics()));
     * }</pre>
     *
     * <p>An interrupt of the waiting thread is kept and ends the stream.
     *
     * @throws RuntimeException by the stream, a fault of FlowSweep itself, in the place of the last event
     */
    public Stream<SweepEvent> events() {
        return driver.events();
    }

    /**
     * Tells somebody all {@link #events()} by a thread of its own: a slow listener slows nothing. What it throws is logged and
     * changes nothing. A listener that the sweep waits for is added by {@link SweepOptions#listener}.
     *
     * @return this
     */
    public SweepRun listen(Consumer<SweepEvent> listener) {
        Daemons.start("flowsweep-listener-" + id(), () -> events().forEach(Listeners.guarded(listener)));
        return this;
    }

    /** Starts no more runs and ends those under way. Returns at once: {@link #await()} tells when all has ended. */
    public void cancel() {
        driver.cancel();
    }

    /** Ends the runs of one variant that are under way. Returns at once. */
    public void cancel(long variant) {
        driver.cancel(variant);
    }

    /** Starts no more runs until {@link #resume}; those under way go on. Returns at once. */
    public void pause() {
        driver.pause();
    }

    /** Starts runs again. Returns at once. */
    public void resume() {
        driver.resume();
    }

    /** Runs a variant, again if it has run, before those that wait. Returns at once. */
    public void add(long variant) {
        driver.add(variant);
    }

    /**
     * Adds variants to the sweep, to be run before those that wait: all combinations of these values of some axes with all values
     * of the other axes, as far as the sweep does not have them yet. Returns when they are on record: they belong to the sweep, also
     * when it is taken up again.
     *
     * <pre>{@code
     * run.add(Map.of("cpu", List.of(3, 4)));      // cpu 3 and 4 with every value of every other axis
     * run.add(Map.of("cpu", 3, "dim", 500));      // one variant, when these are all axes
     * }</pre>
     *
     * @param values path of an axis to its value, or to a list of several
     * @throws io.flowsweep.errors.InvalidInputException with all values that do not fit, with a path that is no axis or one whose
     *     values belong to those of others ({@code zip}, {@code union}, {@code bindings}, …), and when the sweep has ended
     */
    public Added add(Map<String, ?> values) {
        return driver.add(values.entrySet().stream()
                .map(axis -> SweepOverride.values(axis.getKey(), axis.getValue()))
                .toList());
    }

    /**
     * The same as on a command line.
     *
     * @param overrides {@code cpu=3,4}
     */
    public Added add(String... overrides) {
        return driver.add(SweepOverride.parseAll(List.of(overrides)));
    }

    /** Counts, best value, failures by message, as they stand now. */
    public SweepSummary summary() {
        return driver.summary();
    }

    /** One row for each variant that has ended so far; see {@link io.flowsweep.sweep.results.ResultsTable}. */
    public Table results() {
        return driver.results();
    }

    /** {@link #results} put together, and what can be said of them so far. */
    public ResultsStatistics statistics() {
        return driver.statistics();
    }

    /**
     * The rows of {@link #results} that are best by the sweep's objective, the best first.
     *
     * @param most how many; at least 0
     * @throws io.flowsweep.errors.InvalidInputException when the sweep has no objective
     */
    public Table best(int most) {
        return driver.best(most);
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

    /** The titles of the charts that were left out, and why there is nothing to see in each. */
    public Map<String, String> emptyCharts() {
        return driver.emptyCharts();
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

    /** How it stands and the first rows of {@link #results}, for a notebook. */
    public String toHtml() {
        return SweepHtml.of(summary(), results());
    }

    /** {@code SweepRun[matmul-1a2b3c4d running 3/8, 1 failed]}. */
    @Override
    public String toString() {
        SweepSummary summary = summary();
        return "SweepRun[" + id() + " " + summary.stateText() + " " + summary.done() + "/" + summary.trialsText()
                + (summary.failed() > 0 ? ", " + summary.failed() + " failed" : "") + "]";
    }
}
