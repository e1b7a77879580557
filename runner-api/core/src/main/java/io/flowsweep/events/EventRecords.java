package io.flowsweep.events;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.EventNames;
import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a store. Whoever publishes one sets a mark that bears its name and id, so there is one of each, and any number of
 * processes may publish at a time; the scheduler, who is alone in his store, moves them to a log, which gives them an order.
 * Thread-safe but for {@link #accept}.
 */
public final class EventRecords {

    private static final long VERSION = 1;

    private final Store store;
    private final EventLog log;

    public EventRecords(Store store) {
        this.store = store;
        this.log = new EventLog(store);
    }

    /**
     * Puts an event on record.
     *
     * @return whether no other of its name and id was waiting for the scheduler; one that he has taken is told by him
     * @throws io.flowsweep.errors.InvalidInputException when no event can have this name
     * @throws CodecException when the payload is not plain
     */
    public boolean publish(TriggerEvent event) {
        EventNames.check(event.name(), "");
        return store.createExclusive(mark(event), line(event).getBytes(StandardCharsets.UTF_8));
    }

    /** Those that the scheduler has not taken yet, in the order of their times; costs one look when there are none. */
    public List<TriggerEvent> waiting() {
        List<TriggerEvent> events = new ArrayList<>();
        for (String name : store.list(StoreLayout.EVENT_INBOX)) {
            store.get(StoreLayout.waitingEvent(name))
                    .map(mark -> event(new String(mark, StandardCharsets.UTF_8)))
                    .ifPresent(events::add);
        }
        events.sort(Comparator.comparing(TriggerEvent::at).thenComparing(TriggerEvent::id));
        return events;
    }

    /**
     * Writes events to the log; only for the scheduler. They still wait until {@link #taken}.
     *
     * @param end of the log: {@link Accepted#next} of its last part
     */
    public void accept(List<TriggerEvent> events, long end) {
        log.append(events.stream().map(EventRecords::line).toList(), end);
    }

    /** Removes the mark of an event that is in the log. */
    public void taken(TriggerEvent event) {
        store.delete(mark(event));
    }

    /** Some of the log; nothing at its end. */
    public record Accepted(List<TriggerEvent> events, long next) {}

    /** The first of what the log holds from a position on; 0, or {@link Accepted#next} of an earlier call. */
    public Accepted accepted(long from) {
        LogSlice slice = log.read(from);
        return new Accepted(slice.lines().stream().map(EventRecords::event).toList(), slice.next());
    }

    /** Whether an event of the same name and id is on record; reads the log. */
    public boolean isKnown(TriggerEvent event) {
        boolean known = store.get(mark(event)).isPresent();
        for (Accepted part = accepted(0); !known && !part.events().isEmpty(); part = accepted(part.next())) {
            known = part.events().stream()
                    .anyMatch(other ->
                            other.name().equals(event.name()) && other.id().equals(event.id()));
        }
        return known;
    }

    /**
     * Removes events from the log, the oldest first and many at a time, that were published before a time, or that are not among the
     * latest 32 MB; only for the scheduler.
     *
     * @param delivered what comes behind this position stays in any case
     * @return whether something was removed
     */
    public boolean prune(Instant before, long delivered) {
        return log.prune(delivered, line -> event(line).at().isBefore(before));
    }

    private static String mark(TriggerEvent event) {
        return StoreLayout.waitingEvent(event.name() + ":" + event.id());
    }

    private static String line(TriggerEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", VERSION);
        ((Map<?, ?>) ValueCodec.encode(TriggerEvent.class, event))
                .forEach((key, value) -> json.put((String) key, value));
        return Json.write(json);
    }

    private static TriggerEvent event(String line) {
        Map<String, Object> json = Json.parseObject(line);
        json.remove("v");
        return (TriggerEvent) ValueCodec.decode(TriggerEvent.class, json);
    }

    /** All that are on record: those that the scheduler has taken in their order, then those that wait for him. */
    public List<TriggerEvent> all() {
        List<TriggerEvent> waiting = waiting();
        List<TriggerEvent> all = new ArrayList<>();
        for (Accepted part = accepted(0); !part.events().isEmpty(); part = accepted(part.next())) {
            all.addAll(part.events());
        }
        waiting.stream().filter(event -> !all.contains(event)).forEach(all::add);
        return all;
    }
}
