package io.flowsweep.scheduler;

import io.flowsweep.events.EventRecords;
import io.flowsweep.events.EventRecords.Accepted;
import io.flowsweep.flow.TriggerEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes what was published into the log of events, which gives it an order, each name and id once. An event waits until it is
 * {@linkplain #delivered delivered}, so one that was taken by a scheduler that died then is met again, and known. Used by one thread.
 */
final class Intake {

    private final EventRecords records;
    private final Set<String> known = new HashSet<>();

    Intake(EventRecords records) {
        this.records = records;
    }

    /** Reads what was taken before; returns the end of the log. */
    long read() {
        known.clear();
        Accepted part = records.accepted(0);
        while (!part.events().isEmpty()) {
            part.events().forEach(event -> known.add(key(event)));
            part = records.accepted(part.next());
        }
        return part.next();
    }

    /**
     * Puts what has been published in the log.
     *
     * @param end of the log
     * @return what there was, also what is in the log already
     */
    List<TriggerEvent> take(long end) {
        List<TriggerEvent> published = records.waiting();
        if (!published.isEmpty()) {
            List<TriggerEvent> fresh =
                    published.stream().filter(event -> known.add(key(event))).toList();
            records.accept(fresh, end);
        }
        return published;
    }

    /** What was taken need not wait any more. */
    void delivered(List<TriggerEvent> taken) {
        taken.forEach(records::taken);
    }

    /** Forgets events that were published before a time, and more if there are very many, but none behind a position in the log. */
    void prune(Instant before, long position) {
        if (records.prune(before, position)) {
            read();
        }
    }

    private static String key(TriggerEvent event) {
        return event.name() + ":" + event.id();
    }
}
