package io.flowsweep.sweep.engine.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How much memory trials came to need that had run out of it, for those that are larger: that have, for every axis, the same
 * value or a larger number. Confined to one thread.
 */
public final class MemoryNeeds {

    private final Map<Map<String, Object>, Long> bytes = new HashMap<>();

    /**
     * Takes the place of what was known of this point.
     *
     * @param point path to plain value
     */
    public void learn(Map<String, Object> point, long needed) {
        bytes.put(point, needed);
    }

    /** The most that this point or a smaller one came to need, in bytes. */
    public Optional<Long> of(Map<String, Object> point) {
        return bytes.entrySet().stream()
                .filter(known -> isLarger(point, known.getKey()))
                .map(Map.Entry::getValue)
                .max(Long::compare);
    }

    private static boolean isLarger(Map<String, Object> point, Map<String, Object> than) {
        return than.entrySet().stream().allMatch(e -> isAtLeast(point.get(e.getKey()), e.getValue()));
    }

    private static boolean isAtLeast(Object value, Object least) {
        return value instanceof Number a && least instanceof Number b
                ? a.doubleValue() >= b.doubleValue()
                : Objects.equals(value, least);
    }
}
