package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.DefaultCharts;
import io.flowsweep.plots.charts.Varied;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.sweep.engine.Journals;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepTally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a store holds of the latest run of a sweep, as it stood when it was asked for; the sweep may still be going on. */
public final class RecordedSweep {

    private final SweepStarted start;
    private final ResultsTable results = new ResultsTable();
    private final SweepTally tally = new SweepTally();

    private RecordedSweep(Journals journals, SweepStarted start) {
        this.start = start;
        journals.readMerged(start, event -> {
            results.accept(event);
            tally.accept(event);
        });
    }

    /** The sweep that was started last. */
    public static RecordedSweep latest(Optional<Path> store) {
        return find(store, "", start -> true);
    }

    /**
     * A sweep by its file, its name or its id; of several sweeps of one name the one that was started last.
     *
     * @param store the store's folder; by default found as for {@link SweepOptions#store}
     * @throws InvalidInputException when there is none; it names the nearest
     */
    public static RecordedSweep of(Optional<Path> store, String which) {
        Path file = Path.of(which).toAbsolutePath().normalize();
        return find(
                store,
                which,
                start -> start.name().equals(which)
                        || start.sweep().equals(which)
                        || start.file().equals(file.toString()));
    }

    private static RecordedSweep find(Optional<Path> store, String which, Predicate<SweepStarted> condition) {
        Path file = Path.of(which).toAbsolutePath().normalize();
        Path folder = StoreLocation.find(
                store,
                Files.isRegularFile(file) ? file.getParent() : Path.of("").toAbsolutePath());
        Journals journals = new Journals(FileStore.open(folder));
        SweepStarted start = journals.newest(condition).orElseThrow(() -> nothing(journals, which, folder));
        return new RecordedSweep(journals, start);
    }

    private static InvalidInputException nothing(Journals journals, String which, Path folder) {
        List<String> names = journals.sweeps().stream()
                .flatMap(id -> journals.newestStart(id).stream())
                .map(SweepStarted::name)
                .distinct()
                .toList();
        String cure = names.isEmpty()
                ? "No sweep has run there yet: name another store with --store DIR, or run one"
                : Suggestions.didYouMean(which, names);
        return new InvalidInputException(
                which.isEmpty() ? "there is no sweep" : "there is no sweep \"" + which + "\"", folder.toString(), cure);
    }

    /** The sweep's id in its store. */
    public String id() {
        return start.sweep();
    }

    /** One row for each variant that has ended; see {@link ResultsTable}. */
    public Table results() {
        return results.table();
    }

    /** The charts that fit what was varied, by the columns of {@link #results}. */
    public List<ChartSpec> charts() {
        Table table = results();
        List<Varied> varied = start.axes().stream()
                .map(axis -> Varied.of(table, ResultsTable.column(axis.name(), axis.path())))
                .toList();
        List<String> metrics = start.metrics().stream()
                .map(m -> ResultsTable.column(m.name(), "metrics." + m.name()))
                .toList();
        return DefaultCharts.of(varied, metrics).stream().map(this::chart).toList();
    }

    /** A chart of {@link #results} that knows which variant a row is of, which repeat, and how it ended. */
    public ChartSpec chart(ChartSpec chart) {
        return ResultsTable.chart(chart, start.repeats() > 1);
    }

    public SweepSummary summary() {
        return tally.summary();
    }

    /** Whether the process that drove the sweep died before it could put an end on record. */
    public boolean lost() {
        return summary().outcome().isEmpty() && !start.owner().alive();
    }

    /** {@code RecordedSweep[matmul-1a2b3c4d completed 8/8]}. */
    @Override
    public String toString() {
        SweepSummary summary = summary();
        return "RecordedSweep[" + id() + " " + (lost() ? "lost" : summary.stateText()) + " " + summary.done() + "/"
                + summary.variants() + "]";
    }
}
