package io.flowsweep.scheduler;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Owner;
import io.flowsweep.scheduler.SchedulerEvent.Begun;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scheduler has done, on record. Each begins a journal of its own, whose first line says how things stood, and so does one
 * whose journal has become long: to begin costs no more than to read the last one. Used by one thread.
 */
final class SchedulerJournal {

    private static final long VERSION = 1;
    private static final int LONGEST = 20_000;
    private static final int KEPT = 5;

    private final Store store;
    private final SchedulerState state = new SchedulerState();
    private int number;
    private int lines;

    /** Goes on from the last journal in a store. */
    SchedulerJournal(Store store, Instant now) {
        this.store = store;
        List<Integer> numbers = numbers();
        number = numbers.isEmpty() ? -1 : numbers.get(numbers.size() - 1);
        for (int last = numbers.size() - 1; last >= 0; last--) {
            List<SchedulerEvent> events = read(numbers.get(last));
            if (!events.isEmpty()) {
                events.forEach(state::apply);
                break;
            }
        }
        begin(now);
    }

    SchedulerState state() {
        return state;
    }

    /** Puts on record what was done; it survives the death of this process when this returns. */
    void append(SchedulerEvent event) {
        if (lines >= LONGEST) {
            begin(event.at());
        }
        write(event);
        state.apply(event);
    }

    /** All that the journals of a store tell, the oldest first. */
    static List<SchedulerEvent> history(Store store) {
        SchedulerJournal reader = new SchedulerJournal(store);
        List<SchedulerEvent> events = new ArrayList<>();
        reader.numbers().forEach(number -> events.addAll(reader.read(number)));
        return events;
    }

    private SchedulerJournal(Store store) {
        this.store = store;
    }

    private void begin(Instant now) {
        store.finish(StoreLayout.schedulerJournal(Math.max(number, 0)));
        number++;
        lines = 0;
        write(new Begun(now, Owner.self(), state.standing()));
        numbers().stream()
                .filter(old -> old <= number - KEPT)
                .forEach(old -> store.delete(StoreLayout.schedulerJournal(old)));
    }

    private void write(SchedulerEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", VERSION);
        ((Map<?, ?>) ValueCodec.encode(SchedulerEvent.class, event))
                .forEach((key, value) -> json.put((String) key, value));
        store.append(StoreLayout.schedulerJournal(number), List.of(Json.write(json)));
        lines++;
    }

    private List<SchedulerEvent> read(int journal) {
        List<SchedulerEvent> events = new ArrayList<>();
        for (String line : store.read(StoreLayout.schedulerJournal(journal), 0).lines()) {
            Map<String, Object> json = Json.parseObject(line);
            json.remove("v");
            events.add((SchedulerEvent) ValueCodec.decode(SchedulerEvent.class, json));
        }
        return events;
    }

    private List<Integer> numbers() {
        return store.list(StoreLayout.SCHEDULER).stream()
                .flatMap(name -> StoreLayout.schedulerOf(name).stream())
                .sorted()
                .toList();
    }
}
