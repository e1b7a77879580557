package io.flowsweep.sweep.engine;

import io.flowsweep.plots.Table;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.engine.frozen.AddedPoints;
import io.flowsweep.sweep.engine.journal.ControlFolder;
import io.flowsweep.sweep.engine.journal.DriverLock;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.engine.journal.JournalStream;
import io.flowsweep.sweep.engine.loop.Engine;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.report.LiveReport;
import io.flowsweep.sweep.results.Added;
import io.flowsweep.sweep.results.BestRows;
import io.flowsweep.sweep.results.ResultsFolder;
import io.flowsweep.sweep.results.ResultsStatistics;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.ResultsWriter;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepTally;
import io.flowsweep.threads.Daemons;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One process's work on a sweep: its engine on a thread of its own, its journal, and the results that follow from its events.
 * Thread-safe.
 */
public final class Driver {

    private final Store store;
    private final CheckedSweep sweep;
    private final FirstEvents first;
    private final SweepStarted started;
    private final List<SweepEvent> reconciled;
    private final ResultsTable results;
    private final SweepTally tally;
    private final ResultsFolder folder;
    private final ResultsWriter writer;
    private final DriverLock lock;
    private final Journal journal;
    private final Engine engine;
    private final ControlWatch control;
    private final Consumer<SweepEvent> listener;
    private final CompletableFuture<SweepFinished> completion = new CompletableFuture<>();

    private Driver(CheckedSweep sweep, Store store, DriverLock lock, Earlier earlier, Consumer<SweepEvent> listener) {
        this.store = store;
        this.sweep = sweep;
        Reconciler.Outcome found = earlier.outcome();
        this.first = new FirstEvents(sweep);
        this.started = first.started(lock.number(), earlier.frozen(), found.found());
        this.reconciled = found.events();
        this.results = earlier.results();
        this.tally = earlier.tally();
        this.folder =
                ResultsFolder.create(sweep.settings().results(), StoreLayout.segment(started.name()), started.at());
        this.listener = listener;
        this.lock = lock;
        this.journal = new Journal(store, StoreLayout.journal(started.sweep(), lock.number()));
        this.writer = new ResultsWriter(
                results, folder, sweep.charts(), new LiveReport(started, tally, folder, sweep.charts()));
        this.engine = new EngineParts(sweep, store, started, found)
                .engine(journal, this::emit, () -> tally.summary().best().map(SweepSummary.Best::variant), this::tell);
        this.control = new ControlWatch(new ControlFolder(store, started.sweep()), lock, engine);
        results.accept(started);
        tally.accept(started);
    }

    /**
     * Looks for what is on record of a sweep whose checks have passed, starts the runs that are missing, and returns at once.
     *
     * @param listener is told every event, in order, by the driver's thread; must not throw
     * @throws io.flowsweep.errors.InvalidInputException when another driver has the sweep, or results or journal cannot be
     *     written; nothing is started
     */
    public static Driver start(CheckedSweep sweep, Consumer<SweepEvent> listener) {
        ResultsFolder.prepare(sweep.settings().results(), StoreLayout.segment(sweep.name()));
        Store store = FileStore.open(sweep.settings().store());
        DriverLock lock = DriverLock.take(
                store, sweep.id(), sweep.settings().shard(), sweep.settings().takeOver());
        Driver driver;
        List<Map<String, Object>> added;
        try {
            Earlier earlier = Earlier.of(sweep, store);
            added = sweep.added(store, earlier.frozen(), sweep.settings().added())
                    .points();
            driver = new Driver(sweep, store, lock, earlier, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        Daemons.start("flowsweep-" + driver.started.name(), () -> driver.run(added));
        return driver;
    }

    public String sweepId() {
        return started.sweep();
    }

    /** Completes when everything has ended and is written; exceptionally by a fault of our own. */
    public CompletableFuture<SweepFinished> completion() {
        return completion.copy();
    }

    /**
     * Every event from the first on, the last one when the sweep has ended; asking for the next one waits for it. Each call
     * gives a stream of its own.
     */
    public Stream<SweepEvent> events() {
        return JournalStream.of(store, StoreLayout.journal(started.sweep(), lock.number()), completion);
    }

    /** Starts no more runs and ends those under way. Returns at once. */
    public void cancel() {
        engine.cancel(Optional.empty());
    }

    /** Starts no more runs until {@link #resume}; those under way go on. Returns at once. */
    public void pause() {
        engine.control(ControlAction.PAUSE, Optional.empty());
    }

    /** Starts runs again. Returns at once. */
    public void resume() {
        engine.control(ControlAction.RESUME, Optional.empty());
    }

    /** Ends the runs of one variant. Returns at once. */
    public void cancel(long variant) {
        engine.control(ControlAction.CANCEL, Optional.of(variant));
    }

    /** Runs a variant, again if it has run, before those that wait. Returns at once. */
    public void add(long variant) {
        engine.control(ControlAction.ADD, Optional.of(variant));
    }

    /**
     * Adds variants, to be run before those that wait: these values of some axes with all values of the others, as far as the
     * sweep does not have them. Returns when they are on record.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all values that do not fit, or when the sweep has ended
     */
    public Added add(List<SweepOverride> values) {
        AddedPoints found = sweep.added(store, started.frozen().orElseThrow(), values);
        if (!found.points().isEmpty()) {
            try {
                engine.add(found.points()).join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
        return found.added();
    }

    public SweepSummary summary() {
        return tally.summary();
    }

    public Table results() {
        return results.table();
    }

    public ResultsStatistics statistics() {
        return new ResultsStatistics(started, results());
    }

    /** The best of {@link #results}; see {@link BestRows}. */
    public Table best(int most) {
        return BestRows.of(results(), started, most);
    }

    /** Where the results appear: {@code results/NAME/latest}. */
    public Path folder() {
        return folder.latest();
    }

    /** The files written so far. */
    public List<Path> files() {
        return writer.files();
    }

    /** The file that could not be written, and why. */
    public Optional<String> unwritten() {
        return writer.unwritten();
    }

    /** The titles of the charts that were left out, and why. */
    public Map<String, String> emptyCharts() {
        Map<String, String> charts = new LinkedHashMap<>();
        writer.empty().forEach(empty -> charts.put(empty.chart().title(), empty.reason()));
        return charts;
    }

    /** What could not be drawn. */
    public List<String> problems() {
        return writer.problems();
    }

    /** @param added at the beginning */
    private void run(List<Map<String, Object>> added) {
        SweepFinished finished;
        try (lock;
                journal;
                control;
                writer) {
            emit(started);
            store.tidy();
            emit(first.machine());
            emit(first.environment(store, started.frozen().orElseThrow()));
            reconciled.forEach(this::emit);
            sweep.warnings().forEach(text -> emit(new Warned(Instant.now(), Optional.empty(), text)));
            control.begin();
            if (!added.isEmpty()) {
                engine.add(added);
            }
            finished = engine.run();
            store.tidy(); // after the hosts of drivers before this one, too
        } catch (RuntimeException | Error e) {
            completion.completeExceptionally(e);
            return;
        }
        completion.complete(finished);
    }

    private void emit(SweepEvent event) {
        journal.append(event);
        tell(event);
    }

    private void tell(SweepEvent event) {
        if (event != started) {
            results.accept(event);
            tally.accept(event);
            writer.accept(event);
        }
        listener.accept(event);
    }
}
