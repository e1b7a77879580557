package io.flowsweep.sweep.expression;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names of an expression mean: values below their roots, {@code config}, {@code params}, {@code metrics}, {@code let}
 * and so on. A path that begins with a root is that path; any other is looked up below {@code config}, {@code params} and
 * {@code metrics} and among the short names, and must be found there once. Keys may be written in another style
 * ({@code batchSize} for {@code batch_size}). Immutable and thread-safe.
 */
public final class ExpressionScope {

    private static final List<String> BARE = List.of("config", "params", "metrics");
    private static final Object NOTHING = new Object();

    private final Map<String, Object> roots;
    private final Map<String, String> shortNames;

    private ExpressionScope(Map<String, Object> roots, Map<String, String> shortNames) {
        this.roots = roots;
        this.shortNames = shortNames;
    }

    /**
     * A scope of these roots.
     *
     * @param roots plain values by root: {@code {config: {cpu: 2}, params: {…}}}
     */
    public static ExpressionScope of(Map<String, ?> roots) {
        return new ExpressionScope(new LinkedHashMap<>(roots), Map.of());
    }

    /**
     * The same scope where a short name, such as that of an axis, stands for a path with its root.
     *
     * @param name for instance {@code learning-rate}
     * @param path for instance {@code config.optimizer.learning-rate}
     */
    public ExpressionScope shortName(String name, String path) {
        Map<String, String> more = new LinkedHashMap<>(shortNames);
        more.put(name, path);
        return new ExpressionScope(roots, more);
    }

    /** Every name that can be written: whole paths, paths without their root, and short names. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(shortNames.keySet());
        roots.forEach((root, value) -> {
            collect(value, root, names);
            if (BARE.contains(root) && value instanceof Map<?, ?> map) {
                map.forEach((key, child) -> collect(child, ConfigPaths.join(List.of((String) key)), names));
            }
        });
        return names;
    }

    /** The value of a name. */
    Object value(Node.Name name) {
        return find(path(name));
    }

    /** The segments of the one whole path that a name means. */
    List<String> path(Node.Name name) {
        Set<List<String>> meanings = new LinkedHashSet<>();
        if (roots.containsKey(name.segments().get(0))) {
            meanings.add(name.segments());
        } else {
            for (String root : BARE) {
                List<String> whole = new ArrayList<>(List.of(root));
                whole.addAll(name.segments());
                meanings.add(whole);
            }
            if (shortNames.containsKey(name.path())) {
                meanings.add(ConfigPaths.split(shortNames.get(name.path())));
            }
        }
        meanings.removeIf(path -> find(path) == NOTHING);
        if (meanings.size() == 1) {
            return meanings.iterator().next();
        }
        if (meanings.isEmpty()) {
            throw unknown(name);
        }
        List<String> paths = meanings.stream().map(ConfigPaths::join).toList();
        throw new ExpressionFault(
                "\"" + name.path() + "\" may mean " + String.join(" or ", paths), name.at(), "Write the whole path.");
    }

    private ExpressionFault unknown(Node.Name name) {
        List<String> candidates = new ArrayList<>(names());
        candidates.addAll(List.of("true", "false", "null"));
        String suggestion = Suggestions.closest(name.path(), candidates)
                .map(near -> "Did you mean " + near + "? ")
                .orElse("");
        return new ExpressionFault(
                "there is no \"" + name.path() + "\" here", name.at(), suggestion + "A text stands in quotes.");
    }

    private Object find(List<String> path) {
        Object found = roots;
        for (String segment : path) {
            if (!(found instanceof Map<?, ?> map)) {
                return NOTHING;
            }
            found = map.containsKey(segment) ? map.get(segment) : otherSpelling(map, segment);
        }
        return found;
    }

    private static Object otherSpelling(Map<?, ?> map, String segment) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (KeyStyle.same((String) entry.getKey(), segment)) {
                return entry.getValue();
            }
        }
        return NOTHING;
    }

    private static void collect(Object value, String path, Set<String> names) {
        names.add(path);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> collect(child, ConfigPaths.child(path, (String) key), names));
        }
    }

    /** {@code ExpressionScope{"config":{"cpu":2}}}. */
    @Override
    public String toString() {
        return "ExpressionScope" + PlainValues.text(roots);
    }
}
