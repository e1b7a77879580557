package io.flowsweep.events;

import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes events, upon which deployed flows are run; see {@link io.flowsweep.flow.Trigger}. An event is on record when
 * {@code publish} returns, and delivered by the scheduler of its store as soon as there is one: to the deployments of that moment, at
 * least once, where one event leads to one run of a deployment. Thread-safe.
 *
 * <p>In a flow see {@link io.flowsweep.flow.Current#publish}.
 *
 * <pre>{@code
 * Events.publish("data.ready", Map.of("day", "2026-11-25", "rows", 120000));
 * }</pre>
 */
public final class Events {

    private final Store store;
    private final EventRecords records;

    private Events(Store store) {
        this.store = store;
        this.records = new EventRecords(store);
    }

    /**
     * Publishes an event in the store that {@code FLOWSWEEP_HOME} names, else in the nearest {@code .flowsweep} upwards.
     *
     * @param name of letters, digits and {@code . _ / -}, at most 120
     * @param payload plain values: maps, lists, texts, numbers, booleans, null
     * @return the event's id
     * @throws io.flowsweep.errors.InvalidInputException when no event can have this name
     * @throws io.flowsweep.codec.CodecException when the payload is not plain
     */
    public static String publish(String name, Map<String, ?> payload) {
        return here().send(name, payload).id();
    }

    /** The same for who may have to try again: of several events of one name and id the first counts. */
    public static String publish(String name, Map<String, ?> payload, String id) {
        return here().send(name, payload, id).id();
    }

    /** The events of the store that {@link #publish} uses. */
    public static Events here() {
        return at(StoreLocation.find(Optional.empty(), Path.of("").toAbsolutePath()));
    }

    /** Those of the store in a folder. */
    public static Events at(Path folder) {
        return of(Stores.in(folder));
    }

    /** Those of a store. */
    public static Events of(Store store) {
        return new Events(store);
    }

    /** {@link #publish(String, Map)} in this store. */
    public TriggerEvent send(String name, Map<String, ?> payload) {
        return send(name, payload, UUID.randomUUID().toString());
    }

    /** {@link #publish(String, Map, String)} in this store. */
    public TriggerEvent send(String name, Map<String, ?> payload, String id) {
        TriggerEvent event = new TriggerEvent(name, id, Instant.now(), new LinkedHashMap<>(payload));
        records.publish(event);
        return event;
    }

    /** All that are on record: those that a scheduler has taken in their order, then those that wait for one. */
    public List<TriggerEvent> list() {
        return records.all();
    }

    @Override
    public String toString() {
        return "Events[" + store.uri() + "]";
    }
}
