package io.flowsweep.sweep.engine.journal;

import io.flowsweep.events.Owner;
import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the journals of a store. What a driver that died has left half written is not seen. */
public final class Journals {

    private static final Pattern JOURNAL = Pattern.compile("journal\\.(\\d+)\\.jsonl");
    private static final Pattern SEAT = Pattern.compile("driver\\.(\\d+)");
    private static final int PART = 1 << 20;

    private final Store store;

    public Journals(Store store) {
        this.store = store;
    }

    /** The ids of the sweeps that were ever started. */
    public List<String> sweeps() {
        return store.list(StoreLayout.SWEEPS);
    }

    /** Whether any sweep of a file was ever started. */
    public boolean hasSweepOf(Path file) {
        return starts().stream().anyMatch(start -> start.file().equals(file.toString()));
    }

    /** The numbers of the drivers that a sweep ever had, ascending. */
    public List<Integer> drivers(String sweepId) {
        return numbers(sweepId, JOURNAL).sorted().boxed().toList();
    }

    /** The number of the newest driver of a sweep; empty when it never had one. */
    public OptionalInt newestDriver(String sweepId) {
        return IntStream.concat(numbers(sweepId, JOURNAL), numbers(sweepId, SEAT))
                .max();
    }

    /** The numbers of the drivers that have left a mark and not taken it away, ascending. */
    List<Integer> seats(String sweepId) {
        return numbers(sweepId, SEAT).sorted().boxed().toList();
    }

    /** The process of a driver, when it is still at work or nobody here can tell that it is not. */
    public Optional<Owner> holder(String sweepId, int driver) {
        return DriverLock.holder(store, sweepId, driver);
    }

    /** The processes that drive a sweep at this moment, as far as can be told. */
    public List<Owner> working(String sweepId) {
        return seats(sweepId).stream()
                .flatMap(driver -> holder(sweepId, driver).stream())
                .toList();
    }

    /** Hands over the events of one driver, in order. */
    public void read(String sweepId, int driver, Consumer<SweepEvent> reader) {
        read(sweepId, driver, 0, reader);
    }

    /** The same from a position in its journal on; where what follows will stand. */
    long read(String sweepId, int driver, long from, Consumer<SweepEvent> reader) {
        String log = StoreLayout.journal(sweepId, driver);
        LogSlice slice = store.read(log, from, PART);
        long position = from;
        while (!slice.lines().isEmpty()) {
            slice.lines().forEach(line -> SweepEvents.parse(line).ifPresent(reader));
            position = slice.next();
            slice = store.read(log, position, PART);
        }
        return position;
    }

    /** How a driver of a sweep began; empty when it has put nothing on record. */
    public Optional<SweepStarted> start(String sweepId, int driver) {
        return store.read(StoreLayout.journal(sweepId, driver), 0, 1).lines().stream()
                .findFirst()
                .flatMap(SweepEvents::parse)
                .filter(SweepStarted.class::isInstance)
                .map(SweepStarted.class::cast);
    }

    /** How the newest driver of a sweep that has put something on record began. */
    public Optional<SweepStarted> newestStart(String sweepId) {
        return newestStart(sweepId, start -> true);
    }

    /** How the newest driver began that worked on the same variants, which this address stands for. */
    public Optional<SweepStarted> newestOf(String sweepId, String frozen) {
        return newestStart(sweepId, start -> start.frozen().equals(Optional.of(frozen)));
    }

    private Optional<SweepStarted> newestStart(String sweepId, Predicate<SweepStarted> wanted) {
        return numbers(sweepId, JOURNAL)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .flatMap(driver -> start(sweepId, driver).filter(wanted).stream())
                .findFirst();
    }

    /** How the newest driver of each sweep began, the newest first. */
    public List<SweepStarted> starts() {
        return sweeps().stream()
                .flatMap(id -> newestStart(id).stream())
                .sorted(Comparator.comparing(SweepStarted::at).reversed())
                .toList();
    }

    /**
     * Merges what all drivers say that work, or worked, on the same variants as this one: one driver after the other, those
     * that are still at work last. A trial that several have run ended as the last of them says.
     */
    public void readMerged(SweepStarted newest, Consumer<SweepEvent> reader) {
        new JournalFollower(store, newest).read(reader);
    }

    /** What was added from outside to the variants that this driver works, or worked, on; in the order of their indices. */
    public List<VariantsAdded> added(SweepStarted newest) {
        List<VariantsAdded> added = new ArrayList<>();
        readMerged(newest, event -> {
            if (event instanceof VariantsAdded more) {
                added.add(more);
            }
        });
        added.sort(Comparator.comparingLong(VariantsAdded::first));
        return added;
    }

    /** The drivers that work, or worked, on the same variants as this one; ascending, this one included. */
    public List<Integer> mates(SweepStarted newest) {
        return drivers(newest.sweep()).stream()
                .filter(driver -> start(newest.sweep(), driver)
                        .filter(start -> isMate(start, newest))
                        .isPresent())
                .toList();
    }

    /** A journal of version 1 stands alone: each of its drivers began anew. */
    private static boolean isMate(SweepStarted start, SweepStarted newest) {
        return newest.frozen().isPresent()
                ? start.frozen().equals(newest.frozen())
                : start.at().equals(newest.at());
    }

    private IntStream numbers(String sweepId, Pattern name) {
        return store.list(StoreLayout.sweep(sweepId)).stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .mapToInt(m -> Integer.parseInt(m.group(1)));
    }
}
