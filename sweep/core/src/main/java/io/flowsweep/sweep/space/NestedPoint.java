package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A point as nested maps: {@code config.a.b = 1} as {@code {config: {a: {b: 1}}}}. */
public final class NestedPoint {

    private NestedPoint() {}

    public static Map<String, Object> of(Map<String, Object> point) {
        Map<String, Object> roots = new LinkedHashMap<>();
        point.forEach((path, value) -> put(roots, ConfigPaths.split(path), value));
        return roots;
    }

    /** Sets a value; what stands in the way of its path is replaced. */
    public static void put(Map<String, Object> roots, List<String> segments, Object value) {
        Map<String, Object> into = roots;
        for (String segment : segments.subList(0, segments.size() - 1)) {
            Map<String, Object> child = new LinkedHashMap<>();
            if (into.get(segment) instanceof Map<?, ?> there) {
                there.forEach((key, old) -> child.put((String) key, old));
            }
            into.put(segment, child);
            into = child;
        }
        into.put(segments.get(segments.size() - 1), value);
    }
}
