package io.flowsweep.events;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of run events, one object a line: {@code {"v":1,"event":"TaskStarted","at":…,…}}. A reader skips events it
 * does not know, so that newer writers may add some; a change of meaning raises the version.
 */
public final class RunEvents {

    private static final long VERSION = 1;

    private static final Map<String, Class<?>> TYPES = types();

    private RunEvents() {}

    /** The event as one line without a line end. */
    public static String toLine(RunEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", VERSION);
        map.put("event", event.getClass().getSimpleName());
        @SuppressWarnings("unchecked")
        Map<String, Object> parts = (Map<String, Object>) ValueCodec.encode(event.getClass(), event);
        map.putAll(parts);
        return Json.write(map);
    }

    /** The event of a line; empty when its version or kind is not known to this reader. */
    public static Optional<RunEvent> parse(String line) {
        Map<String, Object> map = Json.parseObject(line);
        Class<?> type = TYPES.get(String.valueOf(map.get("event")));
        if (type == null || !Long.valueOf(VERSION).equals(map.get("v"))) {
            return Optional.empty();
        }
        EarlierForms.complete(map);
        return Optional.of((RunEvent) ValueCodec.decode(type, map));
    }

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (Class<?> type : RunEvent.class.getPermittedSubclasses()) {
            types.put(type.getSimpleName(), type);
        }
        return types;
    }
}
