package io.flowsweep.sweep.engine.past;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.variant.Variant;
import io.flowsweep.sweep.variant.VariantValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What differs between two configs, for people. */
public final class ConfigDifference {

    private static final int MOST = 3;

    private ConfigDifference() {}

    /**
     * {@code depth 2→4, name a→b}: at most three, and how many more; empty when they are equal. A text of several lines is not told.
     *
     * @param ignored paths that do not count
     */
    static String between(Object before, Object now, Set<String> ignored) {
        List<String> texts = new ArrayList<>();
        values(before, now).forEach((path, pair) -> {
            if (!ignored.contains(path)) {
                String change = text(path, pair.get(0)) + "→" + text(path, pair.get(1));
                texts.add(path + " " + (change.contains("\n") ? "has changed" : change));
            }
        });
        return texts.size() <= MOST
                ? String.join(", ", texts)
                : String.join(", ", texts.subList(0, MOST)) + " and " + (texts.size() - MOST) + " more";
    }

    /** The same of all that a variant is given, by the names of its configs when it has several. */
    public static Map<String, List<Object>> values(VariantValues before, Variant now) {
        return now.configs().isEmpty()
                ? values(before.config(), now.config())
                : values(before.configs(), now.configs());
    }

    /** Path to the value before and the value now, of all that differ; null stands for none. */
    static Map<String, List<Object>> values(Object before, Object now) {
        Map<String, Object> old = new TreeMap<>();
        Map<String, Object> fresh = new TreeMap<>();
        flatten("", PlainValues.canonical(before), old);
        flatten("", PlainValues.canonical(now), fresh);
        Map<String, List<Object>> different = new TreeMap<>();
        old.forEach((path, value) -> {
            if (!Objects.equals(value, fresh.get(path))) {
                different.put(path, Arrays.asList(value, fresh.get(path)));
            }
        });
        fresh.forEach((path, value) -> {
            if (!old.containsKey(path)) {
                different.put(path, Arrays.asList(null, value));
            }
        });
        return different;
    }

    private static void flatten(String path, Object value, Map<String, Object> leaves) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, part) -> flatten(
                    path.isEmpty() ? ConfigPaths.join(List.of((String) key)) : ConfigPaths.child(path, (String) key),
                    part,
                    leaves));
        } else if (!path.isEmpty()) {
            leaves.put(path, value);
        }
    }

    private static String text(String path, Object value) {
        return value == null ? "none" : PlainValues.text(Secrets.masked(path, value));
    }
}
