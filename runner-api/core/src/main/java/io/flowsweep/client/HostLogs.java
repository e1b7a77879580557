package io.flowsweep.client;

import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvents;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The logs of a run's hosts as one. */
final class HostLogs {

    /**
     * An event, and its place in time among those of other logs.
     *
     * @param at not before those that stand before it in its own log, even where the clock was set back between two
     */
    record Placed(Instant at, RunEvent event) {}

    private HostLogs() {}

    /** What the hosts did, in the order of time; what one did after another took its place does not count. */
    static List<Placed> read(Store store, String folder, OwnerRecord owner) {
        List<Placed> events = new ArrayList<>();
        for (String log : owner.lastHost() == 0 ? List.<String>of() : store.list(folder)) {
            int host = StoreLayout.hostOf(log);
            if (host > 0 && host <= owner.lastHost()) {
                Instant replaced = owner.requestedAt(host + 1).orElse(Instant.MAX);
                boolean last = host == owner.lastHost();
                Instant latest = Instant.MIN;
                for (RunEvent event : events(store, folder + "/" + log)) {
                    latest = event.at().isAfter(latest) ? event.at() : latest;
                    if (!event.at().isAfter(replaced) && (last || !(event instanceof HostEnded))) {
                        events.add(new Placed(latest, event));
                    }
                }
            }
        }
        events.sort(Comparator.comparing(Placed::at));
        return events;
    }

    /** All that stands in one log, in order; none when it is not there. */
    static List<RunEvent> events(Store store, String log) {
        List<RunEvent> events = new ArrayList<>();
        for (String line : store.read(log, 0).lines()) {
            RunEvents.parse(line).ifPresent(events::add);
        }
        return events;
    }
}
