package io.flowsweep.sweep.engine;

import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvents;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the journals of a store. What a driver that died has left half written is not seen. */
public final class Journals {

    private static final Pattern JOURNAL = Pattern.compile("journal\\.(\\d+)\\.jsonl");

    private final Store store;

    public Journals(Store store) {
        this.store = store;
    }

    /** The ids of the sweeps that were ever started. */
    public List<String> sweeps() {
        return store.list(StoreLayout.SWEEPS);
    }

    /** The number of the newest driver of a sweep; empty when it never had one. */
    public OptionalInt newestDriver(String sweepId) {
        return store.list(StoreLayout.sweep(sweepId)).stream()
                .map(JOURNAL::matcher)
                .filter(Matcher::matches)
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .max();
    }

    /** Hands over the events of one driver, in order. */
    public void read(String sweepId, int driver, Consumer<SweepEvent> reader) {
        for (String line : store.read(StoreLayout.journal(sweepId, driver), 0).lines()) {
            SweepEvents.parse(line).ifPresent(reader);
        }
    }

    /** How the newest driver of a sweep began; empty when it has put nothing on record. */
    public Optional<SweepStarted> newestStart(String sweepId) {
        OptionalInt driver = newestDriver(sweepId);
        if (driver.isEmpty()) {
            return Optional.empty();
        }
        return store.read(StoreLayout.journal(sweepId, driver.getAsInt()), 0).lines().stream()
                .findFirst()
                .flatMap(SweepEvents::parse)
                .filter(SweepStarted.class::isInstance)
                .map(SweepStarted.class::cast);
    }

    /** The sweep that was started last, of those that satisfy a condition. */
    public Optional<SweepStarted> newest(Predicate<SweepStarted> condition) {
        return sweeps().stream()
                .flatMap(id -> newestStart(id).stream())
                .filter(condition)
                .max(Comparator.comparing(SweepStarted::at));
    }
}
