package io.flowsweep.sweep.engine.journal;

import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the journals of all drivers that work, or worked, on the same variants, as they grow: at first one driver after the
 * other, those at work last.
 */
public final class JournalFollower {

    private final Journals journals;
    private final SweepStarted newest;
    private final Map<Integer, Long> positions = new HashMap<>();

    public JournalFollower(Store store, SweepStarted newest) {
        this.journals = new Journals(store);
        this.newest = newest;
    }

    /** Hands over what was written since the last call; whether there was anything. */
    public synchronized boolean read(Consumer<SweepEvent> reader) {
        List<Integer> drivers = new ArrayList<>(journals.mates(newest));
        drivers.sort(Comparator.comparing((Integer driver) ->
                        journals.holder(newest.sweep(), driver).isPresent())
                .thenComparing(Comparator.naturalOrder()));
        boolean any = false;
        for (int driver : drivers) {
            any |= read(driver, reader);
        }
        return any;
    }

    private boolean read(int driver, Consumer<SweepEvent> reader) {
        long begin = positions.getOrDefault(driver, 0L);
        long position = journals.read(newest.sweep(), driver, begin, reader);
        positions.put(driver, position);
        return position > begin;
    }
}
