package io.flowsweep.sweep.results;

import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.threads.Daemons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Keeps a results folder up to date while its sweep goes on: the table and the charts are rewritten, each file
 * atomically, after variants have ended, in {@link WritingTurns}, and once at the end. One daemon thread of the lowest
 * priority does it. What cannot be written or drawn
 * is a problem to be told and never harms the sweep. Thread-safe.
 */
public final class ResultsWriter implements AutoCloseable {

    /** Writes more files of the same rows, after table and charts, by the same thread. */
    public interface Companion {

        /** Takes an event into account. Returns at once. */
        void accept(SweepEvent event);

        /**
         * Writes its files anew.
         *
         * @param empty the charts that were left out, as there is nothing to see in them
         * @param last whether the sweep has ended
         * @return its files
         * @throws UnableToWriteException when a file cannot be written
         */
        List<Path> write(Table table, List<EmptyChart> empty, boolean last);
    }

    /** With {@code -Dflowsweep.results=end} everything is written at the end only; what it costs to be live is measured so. */
    private static final boolean LIVE = !"end".equals(System.getProperty("flowsweep.results"));

    private final ResultsTable results;
    private final ResultsFolder folder;
    private final List<ChartFile> charts;
    private final List<Companion> companions;
    private final ScheduledThreadPoolExecutor thread;
    private final WritingTurns turns = new WritingTurns(System.nanoTime());
    private List<Path> files = List.of();
    private List<String> problems = List.of();
    private List<EmptyChart> empty = List.of();
    private Optional<String> unwritten = Optional.empty();

    public ResultsWriter(ResultsTable results, ResultsFolder folder, List<ChartFile> charts, Companion... companions) {
        this.results = results;
        this.folder = folder;
        this.charts = List.copyOf(charts);
        this.companions = List.of(companions);
        this.thread = new ScheduledThreadPoolExecutor(1, Daemons.quiet("flowsweep-results"));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler(
                new ThreadPoolExecutor.DiscardPolicy()); // closed: the last turn is taken there
    }

    /** Notes that the table has changed, if the event says so. Returns at once. */
    public synchronized void accept(SweepEvent event) {
        companions.forEach(companion -> companion.accept(event));
        boolean changed =
                event instanceof VariantFinished || event instanceof VariantReused || event instanceof VariantSkipped;
        if (changed && LIVE) {
            turns.changed(System.nanoTime()).ifPresent(this::schedule);
        }
    }

    private void schedule(long nanos) {
        thread.schedule(this::refresh, nanos, TimeUnit.NANOSECONDS);
    }

    /** Writes everything for the last time and returns when that is done. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        write(true);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The files written last: the table first, then the charts, then those of the companions. */
    public synchronized List<Path> files() {
        return files;
    }

    /** The file that could not be written last, and why; what comes after it was not written either. */
    public synchronized Optional<String> unwritten() {
        return unwritten;
    }

    /** The charts that were left out last. */
    public synchronized List<EmptyChart> empty() {
        return empty;
    }

    /** What could not be drawn last, one sentence each. */
    public synchronized List<String> problems() {
        return problems;
    }

    private void refresh() {
        synchronized (this) {
            turns.begin(System.nanoTime());
        }
        write(false);
        synchronized (this) {
            turns.end(System.nanoTime()).ifPresent(this::schedule);
        }
    }

    private void write(boolean last) {
        List<Path> written = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<EmptyChart> leftOut = new ArrayList<>();
        Optional<String> missing = Optional.empty();
        try {
            Table table = results.table();
            CsvFile.write(table, folder.csv());
            written.add(folder.csv());
            Function<ChartSpec, Table> tables = results.tables(table);
            for (ChartFile chart : charts) {
                ChartFile.Drawn drawn = chart.write(tables, folder.charts());
                written.addAll(drawn.files());
                drawn.problem().ifPresent(failed::add);
                drawn.empty().ifPresent(reason -> leftOut.add(new EmptyChart(chart, reason)));
            }
            for (Companion companion : companions) {
                written.addAll(companion.write(table, leftOut, last));
            }
        } catch (UnableToWriteException e) {
            missing = Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            failed.add(e.toString());
        }
        synchronized (this) {
            files = List.copyOf(written);
            problems = List.copyOf(failed);
            empty = List.copyOf(leftOut);
            unwritten = missing;
        }
    }
}
