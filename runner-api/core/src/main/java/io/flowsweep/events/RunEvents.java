package io.flowsweep.events;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of run events, one object a line: {@code {"v":1,"event":"TaskStarted","at":…,…}}. A reader skips events it
 * does not know, so that newer writers may add some; a change of meaning raises the version.
 */
public final class RunEvents {

    private static final long VERSION = 1;

    private RunEvents() {}

    /** The event as one line without a line end. */
    public static String toLine(RunEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", VERSION);
        map.put("event", event.getClass().getSimpleName());
        map.put("at", ValueCodec.encode(Instant.class, event.at()));
        if (!EventWriter.write(event, map)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> parts = (Map<String, Object>) ValueCodec.encode(event.getClass(), event);
            map.putAll(parts);
        }
        return Json.write(map);
    }

    /** The event of a line; empty when its version or kind is not known to this reader. */
    public static Optional<RunEvent> parse(String line) {
        Map<String, Object> map = Json.parseObject(line);
        String kind = String.valueOf(map.get("event"));
        if (!Long.valueOf(VERSION).equals(map.get("v"))) {
            return Optional.empty();
        }
        Optional<RunEvent> common = EventReader.read(kind, map);
        if (common.isPresent()) {
            return common;
        }
        Class<?> type = Kinds.TYPES.get(kind);
        return type == null ? Optional.empty() : Optional.of((RunEvent) ValueCodec.decode(type, map));
    }

    /** Found out when first needed, which is not in a host. */
    private static final class Kinds {

        static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

        static {
            for (Class<?> type : RunEvent.class.getPermittedSubclasses()) {
                TYPES.put(type.getSimpleName(), type);
            }
        }
    }
}
