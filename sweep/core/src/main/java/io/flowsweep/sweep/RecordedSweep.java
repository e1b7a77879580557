package io.flowsweep.sweep;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.sweep.archive.SweepArchive;
import io.flowsweep.sweep.engine.frozen.AddedPoints;
import io.flowsweep.sweep.engine.frozen.Frozen;
import io.flowsweep.sweep.engine.journal.JournalFollower;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.result.Views;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.report.Report;
import io.flowsweep.sweep.report.ReportFolder;
import io.flowsweep.sweep.results.BestRows;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultsStatistics;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.TrialRecord;
import io.flowsweep.sweep.results.TrialRecords;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a store holds of a sweep: how its newest driver found it, and what it and earlier drivers of the same variants have
 * brought. The sweep may still be going on; {@link #refresh} looks again. Thread-safe.
 */
public final class RecordedSweep {

    private final FileStore store;
    private final Client client;
    private final Journals journals;
    private final JournalFollower follower;

    /** As its newest driver found it, and the same through the view of it. */
    private final SweepStarted begun;

    private final SweepStarted start;
    private final Optional<Sweep> present;
    private final Optional<Views> views;
    private final RecordedState state = new RecordedState();

    RecordedSweep(FileStore store, SweepStarted begun) {
        this(store, begun, Optional.empty());
    }

    /** @param present the sweep as its file is now, when its view of the runs is wanted */
    private RecordedSweep(FileStore store, SweepStarted begun, Optional<Sweep> present) {
        this.store = store;
        this.client = Client.of(store);
        this.journals = new Journals(store);
        this.follower = new JournalFollower(store, begun);
        this.begun = begun;
        this.present = present;
        this.views = present.map(Sweep::views);
        this.start = views.map(v -> v.of(begun)).orElse(begun);
        refresh();
    }

    /** The sweep that was started last. */
    public static RecordedSweep latest(Optional<Path> store) {
        return of(store, "");
    }

    /**
     * A sweep by its file, its name, its id, or the beginning of name or id; of several sweeps of one name the one that was
     * started last. {@code @-2} is the one that was started before the last; nothing is the last.
     *
     * @param store the store's folder; by default found as for {@link SweepOptions#store}
     * @throws InvalidInputException when there is none; it names the nearest
     */
    public static RecordedSweep of(Optional<Path> store, String which) {
        FileStore opened = FileStore.open(folder(store, which));
        SweepNames names =
                new SweepNames(new Journals(opened).starts(), opened.folder().toString());
        return new RecordedSweep(opened, names.find(which));
    }

    /** All sweeps of a store, the newest first. */
    public static List<RecordedSweep> all(Optional<Path> store) {
        FileStore opened = FileStore.open(folder(store, ""));
        return new Journals(opened)
                .starts().stream().map(s -> new RecordedSweep(opened, s)).toList();
    }

    private static Path folder(Optional<Path> store, String which) {
        Path here = Path.of("").toAbsolutePath();
        try {
            Path file = Path.of(which).toAbsolutePath().normalize();
            return StoreLocation.find(store, Files.isRegularFile(file) ? file.getParent() : here);
        } catch (InvalidPathException e) {
            return StoreLocation.find(store, here);
        }
    }

    /** The sweep's id in its store. */
    public String id() {
        return start.sweep();
    }

    public String name() {
        return start.name();
    }

    /** The sweep file, which may have changed or be gone. */
    public Path file() {
        return Path.of(start.file());
    }

    /** When its newest driver began. */
    public Instant startedAt() {
        return start.at();
    }

    /** What its newest driver found and set out to do. */
    public SweepStarted start() {
        return start;
    }

    /** The folder of the store. */
    public Path store() {
        return store.folder();
    }

    /** Takes into account what has happened since it was looked at last; whether anything has. */
    public boolean refresh() {
        return refresh(event -> {});
    }

    /** The same; each event that is new is told, too, once it has been taken into account. */
    public boolean refresh(Consumer<SweepEvent> listener) {
        return follower.read(event -> {
            if (views.isPresent()) {
                views.get().look(event, begun, client::runOf, seen -> accept(seen, listener));
            } else {
                accept(event, listener);
            }
        });
    }

    private void accept(SweepEvent event, Consumer<SweepEvent> listener) {
        state.accept(event);
        listener.accept(event);
    }

    /** When something happened last. */
    public Instant lastEventAt() {
        return state.whereabouts().last();
    }

    /**
     * The same runs through the metrics, the objective, the baseline and the charts that the sweep's file has now: where metrics
     * are read in another way, they are read again from the store, and nothing is run.
     *
     * @throws InvalidInputException when the file is gone, or there is something wrong with it
     */
    public RecordedSweep asItsFileSaysNow() {
        Sweep now = current();
        return new RecordedSweep(store, begun, Optional.of(now));
    }

    /** What its file of now asks for and its runs do not have, one sentence each; nothing without {@link #asItsFileSaysNow}. */
    public List<String> warnings() {
        return views.map(Views::warnings).orElse(List.of());
    }

    /** One row for each trial that has ended; see {@link ResultsTable}. */
    public Table results() {
        return state.results().table();
    }

    /** The table that a chart is drawn from; see {@link ResultsTable#table(ChartSpec)}. */
    public Table table(ChartSpec chart) {
        return state.results().table(chart);
    }

    /** {@link #results}, and behind it the runs of variants that are no longer in the sweep; see {@link ResultsTable#everything}. */
    public Table everything() {
        return state.results().everything();
    }

    /** Its results put together, and what can be said of them. */
    public ResultsStatistics statistics() {
        return new ResultsStatistics(start, results());
    }

    /**
     * The rows of {@link #results} that are best by the sweep's objective, the best first.
     *
     * @param most how many; at least 0
     * @throws io.flowsweep.errors.InvalidInputException when the sweep has no objective
     */
    public Table best(int most) {
        return BestRows.of(results(), start, most);
    }

    /** The charts that fit what was varied, by the columns of {@link #results}. */
    public List<ChartSpec> charts() {
        return new RecordedCharts(start, state.results()).fitting();
    }

    /** A chart of {@link #results} that knows which variant a row is of, which repeat, and how it ended. */
    public ChartSpec chart(ChartSpec chart) {
        return new RecordedCharts(start, state.results()).known(chart);
    }

    /** The charts of its sweep file; of a sweep whose file was not kept or can no longer be read, those of {@link #charts}. */
    public List<ChartFile> chartFiles() {
        try {
            return present.orElseGet(this::sweep).charts();
        } catch (FlowSweepException e) {
            List<ChartSpec> fitting = charts();
            return IntStream.range(0, fitting.size())
                    .mapToObj(i -> new ChartFile(i + 1, fitting.get(i)))
                    .toList();
        }
    }

    /** All that a report of it says, its charts drawn. */
    public Report report() {
        Table table = results();
        SweepSummary summary = summary();
        return new Report(
                start,
                state.whereabouts(),
                summary,
                lost() ? "lost" : summary.stateText(),
                table,
                new RecordedCharts(start, state.results()).drawn(chartFiles(), table),
                false);
    }

    public SweepSummary summary() {
        return state.summary();
    }

    /** How each trial stands that was ever started. */
    public TrialRecords trials() {
        return state.trials();
    }

    /** Its drivers that are at work, by their numbers; a driver on another machine counts when it has not said its last word. */
    public Map<Integer, Owner> drivers() {
        Map<Integer, Owner> live = new TreeMap<>();
        journals.mates(start).forEach(driver -> journals.holder(id(), driver).ifPresent(o -> live.put(driver, o)));
        return live;
    }

    /** Whether every process that drove the sweep died before it could put an end on record. */
    public boolean lost() {
        return summary().outcome().isEmpty() && drivers().isEmpty();
    }

    /** The sweep as it was when its newest driver took it up: its file, includes, configs and code; and what was added to it since. */
    public Sweep sweep() {
        String frozen = start.frozen()
                .orElseThrow(() -> new InvalidInputException(
                        "the sweep " + name() + " was started by a version that kept no copy of its files",
                        "",
                        "Run its file: flowsweep run " + ShellWord.of(start.file())));
        return Sweep.frozen(store, id(), frozen, state.added());
    }

    /**
     * The sweep as its files are now, with the overrides with which it was begun.
     *
     * @throws InvalidInputException when its file is gone or wrong
     */
    public Sweep current() {
        return Sweep.load(file()).override(overrides().toArray(String[]::new));
    }

    /** What it was made from, and how to make it again. */
    public SweepOrigin origin() {
        return new SweepOrigin(this, store, state.whereabouts().environment().flatMap(EnvironmentFound::provenance));
    }

    /** The overrides with which it was begun, as they were written. */
    public List<String> overrides() {
        return start.frozen()
                .map(address -> Frozen.read(store, address).overrides())
                .orElse(List.of());
    }

    /**
     * The command line that runs one of its variants by itself, as a shell reads it; the file is named from the working
     * directory, passwords of URLs are to be filled in.
     */
    String command(long variant) {
        Path here = Path.of("").toAbsolutePath();
        Path named = file().startsWith(here) ? here.relativize(file()) : file();
        return Stream.concat(Stream.of("flowsweep", "run", named.toString()), overrides().stream())
                        .map(Secrets::maskedUrls)
                        .map(ShellWord::of)
                        .collect(Collectors.joining(" "))
                + " --only " + variant;
    }

    /** By which its drivers are told what to do. */
    public SweepControl control() {
        return new SweepControl(this, store);
    }

    /** Points that it would have with other values of axes, held against those that it has now. */
    AddedPoints added(List<SweepOverride> values) {
        return sweep().added(store, values);
    }

    /** Whether all of these are among the points that were added to it, as far as it has been read. */
    boolean has(List<Map<String, Object>> points) {
        Set<String> known = state.added().stream().map(Json::write).collect(Collectors.toSet());
        return points.stream().map(Json::write).allMatch(known::contains);
    }

    /** The last run of a trial. */
    public Optional<Run> run(TrialRecord trial) {
        return trial.run().flatMap(id -> client.runOf(start.flow(), id));
    }

    /**
     * Writes it to a zip file that {@link #readArchive} reads: journals, logs of its runs, what they refer to; and for people the
     * table, the report and the charts.
     *
     * @param file replaced when it exists
     * @throws InvalidInputException when the sweep is going on, or the file cannot be written
     */
    public void writeArchive(Path file) {
        checkEnded();
        SweepArchive.write(store, begun, ReportFolder.files(report()), file);
    }

    /** The same with the values of secrets masked in all of it: for others to look at, not to go on with. */
    public void writeMaskedArchive(Path file) {
        checkEnded();
        SweepArchive.writeMasked(store, begun, ReportFolder.files(report()), file);
    }

    private void checkEnded() {
        if (!drivers().isEmpty()) {
            throw new InvalidInputException(
                    "the sweep " + name() + " is going on",
                    "",
                    "Wait for its end, or end it: flowsweep cancel " + ShellWord.of(name()));
        }
    }

    /**
     * Takes a sweep from such a file into a store; see {@link SweepArchive#read}.
     *
     * @param store the store's folder; by default found as for {@link SweepOptions#store}
     */
    public static SweepArchive.Imported readArchive(Path file, Optional<Path> store) {
        return SweepArchive.read(file, FileStore.open(folder(store, "")));
    }

    /**
     * Removes the sweep's journals and whatever else is kept of it; its runs stay.
     *
     * @throws InvalidInputException when the sweep is going on
     */
    public void remove() {
        checkEnded();
        store.delete(StoreLayout.sweep(id()));
    }

    /** How it stands and the first rows of {@link #results}, for a notebook. */
    public String toHtml() {
        return SweepHtml.of(summary(), results());
    }

    /** {@code RecordedSweep[matmul-1a2b3c4d completed 8/8]}. */
    @Override
    public String toString() {
        SweepSummary summary = summary();
        return "RecordedSweep[" + id() + " " + (lost() ? "lost" : summary.stateText()) + " " + summary.done() + "/"
                + summary.trialsText() + "]";
    }
}
