package io.flowsweep.plan;

import java.util.Map;
import java.util.Optional;

/**
 * @param name by which runs refer to it
 * @param field that holds it
 * @param value plain; empty when it is not given
 * @param source what it was taken from, for people; empty for an optional config that nobody gave a value
 * @param places {@code file:line} of its values by their dotted paths, of what is in a list where it differs from that of
 *     the list; empty when a program gave it
 * @param text of a config that is kept as text; then there is no value
 */
public record ConfigPlan(
        String name,
        String field,
        Map<String, Object> value,
        String source,
        Map<String, String> places,
        Optional<String> text) {

    public ConfigPlan(String name, String field, Map<String, Object> value, String source, Map<String, String> places) {
        this(name, field, value, source, places, Optional.empty());
    }

    /** One that is kept as its text. */
    public static ConfigPlan ofText(String name, String field, String text, String source) {
        return new ConfigPlan(name, field, Map.of(), source, Map.of(), Optional.of(text));
    }

    /** A config whose value is all that is known of it. */
    public ConfigPlan(String name, String field, Map<String, Object> value) {
        this(name, field, value, "the value given to the run", Map.of());
    }

    /** One that has no value. */
    public static ConfigPlan absent(String name, String field) {
        return new ConfigPlan(name, field, Map.of(), "", Map.of());
    }

    /** Whether any source gave it a value. */
    public boolean isGiven() {
        return !source.isEmpty();
    }

    /** The same for a field that may be called otherwise. */
    public ConfigPlan of(String newName, String newField) {
        return new ConfigPlan(newName, newField, value, source, places, text);
    }

    /** What the run has: the text, or else the value. */
    public Object content() {
        return text.isPresent() ? text.get() : value;
    }
}
