package io.flowsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A config with nothing left to resolve. Immutable and thread-safe. */
public final class ResolvedConfig {

    private final ConfigObject root;
    private final Function<List<String>, String> places;
    private final Map<String, Object> values;

    /** @param places where a text sets a path; null when that is not known and the value's own origin must do */
    ResolvedConfig(ConfigObject root, Function<List<String>, String> places) {
        this.root = root;
        this.places = places;
        this.values = PlainValues.canonicalMap(root.unwrapped());
    }

    /** The values with their origins. */
    public ConfigObject root() {
        return root;
    }

    /** Everything as canonical plain values ({@link PlainValues}): keys sorted, nulls and empty objects kept. */
    public Map<String, Object> values() {
        return values;
    }

    /** The value at a dotted path; empty when there is none, and also when it is null. */
    public Optional<Object> value(String path) {
        return find(path).map(found -> PlainValues.canonical(found.unwrapped()));
    }

    /** Whether the path leads to a value, null included. */
    public boolean has(String path) {
        return find(path).isPresent();
    }

    /** {@code file:line} of a value, or what {@link ConfigDocument#with(String, Object, String)} was told. */
    public Optional<String> origin(String path) {
        return find(path).map(found -> {
            String place = places.apply(ConfigPaths.split(path));
            return place == null ? SourcePlaces.of(found.origin()) : place;
        });
    }

    /** The paths of all values that are no objects with keys, sorted; lists are leaves. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        collect(values, "", paths);
        return paths;
    }

    private Optional<ConfigValue> find(String path) {
        List<String> segments = ConfigPaths.split(path);
        ConfigValue found = root;
        for (String segment : segments) {
            found = found instanceof ConfigObject object ? object.get(segment) : null;
        }
        return Optional.ofNullable(found);
    }

    private static void collect(Map<?, ?> object, String parent, Set<String> paths) {
        object.forEach((key, value) -> {
            String path = ConfigPaths.child(parent, (String) key);
            if (value instanceof Map<?, ?> child && !child.isEmpty()) {
                collect(child, path, paths);
            } else {
                paths.add(path);
            }
        });
    }
}
