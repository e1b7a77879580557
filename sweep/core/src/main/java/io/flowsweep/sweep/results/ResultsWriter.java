package io.flowsweep.sweep.results;

import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Keeps a results folder up to date while its sweep goes on: the table and the charts are rewritten, each file
 * atomically, after variants have ended, first after 5 seconds, then at most every 2 seconds and for at most a fortieth
 * of the time, and once at the end. One daemon thread of the lowest priority does it. What cannot be written or drawn
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
        List<Path> write(Table table, List<ChartFile> empty, boolean last);
    }

    /** With {@code -Dflowsweep.results=end} everything is written at the end only; what it costs to be live is measured so. */
    private static final boolean LIVE = !"end".equals(System.getProperty("flowsweep.results"));

    /** Who has its results that soon has no use for those on the way, and the first drawing of a JVM takes half a second. */
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How many times as long as it took to write, the next time is waited for. */
    private static final int REST = 39;

    private final ResultsTable results;
    private final ResultsFolder folder;
    private final List<ChartFile> charts;
    private final List<Companion> companions;
    private final ScheduledThreadPoolExecutor thread;
    private boolean scheduled;
    private long next = System.nanoTime() + FIRST_NANOS;
    private List<Path> files = List.of();
    private List<String> problems = List.of();
    private List<ChartFile> empty = List.of();
    private Optional<String> unwritten = Optional.empty();

    public ResultsWriter(ResultsTable results, ResultsFolder folder, List<ChartFile> charts, Companion... companions) {
        this.results = results;
        this.folder = folder;
        this.charts = List.copyOf(charts);
        this.companions = List.of(companions);
        this.thread = new ScheduledThreadPoolExecutor(1, ResultsWriter::quietThread);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Notes that the table has changed, if the event says so. Returns at once. */
    public synchronized void accept(SweepEvent event) {
        companions.forEach(companion -> companion.accept(event));
        boolean changed =
                event instanceof VariantFinished || event instanceof VariantReused || event instanceof VariantSkipped;
        if (changed && LIVE && !scheduled && !thread.isShutdown()) {
            scheduled = true;
            thread.schedule(this::refresh, Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
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

    /** The charts that were left out last, as no row has a value for them. */
    public synchronized List<ChartFile> empty() {
        return empty;
    }

    /** What could not be drawn last, one sentence each. */
    public synchronized List<String> problems() {
        return problems;
    }

    private void refresh() {
        synchronized (this) {
            scheduled = false;
        }
        long begin = System.nanoTime();
        write(false);
        synchronized (this) {
            long end = System.nanoTime();
            next = end + Math.max(PAUSE_NANOS, REST * (end - begin));
        }
    }

    private void write(boolean last) {
        List<Path> written = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<ChartFile> leftOut = new ArrayList<>();
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
                if (drawn.empty()) {
                    leftOut.add(chart);
                }
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

    private static Thread quietThread(Runnable work) {
        Thread thread = new Thread(work, "flowsweep-results");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
