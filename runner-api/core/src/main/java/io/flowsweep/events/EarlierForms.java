package io.flowsweep.events;

import java.util.List;
import java.util.Map;

/**
 * What lines of version 1 did not say at first. A part that came later has a value that means what its absence meant, so that
 * every run ever recorded can be read.
 */
final class EarlierForms {

    private static final Map<String, Object> SURROUNDINGS = Map.of("environment", Map.of());

    private EarlierForms() {}

    /** Adds the parts that an event lacks; {@code event} is changed in place. */
    static void complete(Map<String, Object> event) {
        if (event.get("settings") instanceof Map<?, ?> settings) {
            add(settings, "surroundings", SURROUNDINGS);
            add(settings, "pools", Map.of());
        }
        if (event.get("plan") instanceof Map<?, ?> plan) {
            if (plan.get("resources") instanceof Map<?, ?> resources) {
                add(resources, "gpu", 0L);
                add(resources, "pools", Map.of());
            }
            if (plan.get("configs") instanceof List<?> configs) {
                for (Object config : configs) {
                    add((Map<?, ?>) config, "source", "");
                    add((Map<?, ?>) config, "places", Map.of());
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<?, ?> object, String part, Object value) {
        ((Map<String, Object>) object).putIfAbsent(part, value);
    }
}
