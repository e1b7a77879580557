package io.flowsweep.sweep.events;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of sweep events, one object a line: {@code {"v":2,"event":"VariantStarted","at":…,…}}. A reader skips
 * events that it does not know and parts that it has no use for, so that newer writers may add some; a change of meaning
 * raises the version. Every version ever written can be read.
 */
public final class SweepEvents {

    private static final long VERSION = 2;

    private static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

    static {
        collect(SweepEvent.class);
    }

    /** What version 1 did not say, because there was only one of it. */
    private static final Map<String, Object> SINCE_1 =
            Map.of("repeat", 0L, "repeats", 1L, "driver", 0L, "attempt", 1L, "attempts", 1L, "repeatKey", "0");

    private SweepEvents() {}

    /** The event as one line without a line end. */
    public static String toLine(SweepEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", VERSION);
        map.put("event", event.getClass().getSimpleName());
        if (!TrialEventWriter.write(event, map)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> parts = (Map<String, Object>) ValueCodec.encode(event.getClass(), event);
            map.putAll(parts);
        }
        return Json.write(map);
    }

    /**
     * The event of a line; empty when its version or kind is not known to this reader.
     *
     * @throws io.flowsweep.codec.CodecException when the line is no JSON object or lacks a part of its event
     */
    public static Optional<SweepEvent> parse(String line) {
        Map<String, Object> map = Json.parseObject(line);
        Class<?> type = TYPES.get(String.valueOf(map.get("event")));
        if (type == null || !(map.get("v") instanceof Long version) || version < 1 || version > VERSION) {
            return Optional.empty();
        }
        if (version == 1) {
            SINCE_1.forEach(map::putIfAbsent);
        }
        return Optional.of((SweepEvent) ValueCodec.decode(type, map));
    }

    /** The kinds of events, those of nested sealed interfaces included. */
    private static void collect(Class<?> sealed) {
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isSealed()) {
                collect(type);
            } else {
                TYPES.put(type.getSimpleName(), type);
            }
        }
    }
}
