package io.flowsweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        this.values = PlainValues.canonicalMap(VersionTexts.in(root));
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
        List<String> segments = ConfigPaths.split(path);
        return find(path)
                .map(found -> PlainValues.canonical(VersionTexts.in(segments.get(segments.size() - 1), found)));
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

    /**
     * The place of each of {@link #paths} that is in the text of a file or a value, as {@code file:line}. What is in a list
     * has a place of its own, as {@code layers.[0].size}, unless it is that of the list.
     */
    public Map<String, String> places() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String path : paths()) {
            List<String> segments = ConfigPaths.split(path);
            nearest(segments).ifPresent(place -> {
                known.put(path, place);
                find(path).ifPresent(value -> placesInside(path, segments, value, place, known));
            });
        }
        return known;
    }

    private void placesInside(
            String path, List<String> segments, ConfigValue value, String place, Map<String, String> known) {
        Map<String, ConfigValue> children = new LinkedHashMap<>();
        if (value instanceof ConfigList list) {
            for (int i = 0; i < list.size(); i++) {
                children.put("[" + i + "]", list.get(i));
            }
        } else if (value instanceof ConfigObject object) {
            children.putAll(object);
        }
        children.forEach((segment, child) -> {
            List<String> inside = new ArrayList<>(segments);
            inside.add(segment);
            String childPath = path + "." + segment;
            String childPlace = nearest(inside).orElse(place);
            if (!childPlace.equals(place)) {
                known.put(childPath, childPlace);
            }
            placesInside(childPath, inside, child, childPlace, known);
        });
    }

    /**
     * The place of a value, or of the nearest object or list around it whose place is known; at last what the whole is from.
     *
     * @param path as {@link io.flowsweep.codec.CodecException#path} tells it: {@code layers.[0].size}
     */
    public String nearestOrigin(String path) {
        return nearest(path.isEmpty() ? List.of() : List.of(path.split("\\.")))
                .orElseGet(() -> SourcePlaces.of(root.origin()));
    }

    private Optional<String> nearest(List<String> path) {
        Optional<String> nearest = Optional.empty();
        ConfigValue found = root;
        for (int n = 1; n <= path.size(); n++) {
            found = child(found, path.get(n - 1));
            if (found == null) {
                return nearest;
            }
            String place = places.apply(path.subList(0, n));
            if (place == null && found.origin().lineNumber() > 0) {
                place = SourcePlaces.of(found.origin());
            }
            nearest = place == null ? nearest : Optional.of(place);
        }
        return nearest;
    }

    private static ConfigValue child(ConfigValue parent, String segment) {
        if (parent instanceof ConfigList list && segment.matches("\\[\\d{1,9}]")) {
            int index = Integer.parseInt(segment.substring(1, segment.length() - 1));
            return index < list.size() ? list.get(index) : null;
        }
        return parent instanceof ConfigObject object ? object.get(segment) : null;
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
