package io.flowsweep.config;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that {@code ${…}} finds outside of config documents: {@code config}, {@code params}, {@code let} and so on, each
 * with its values. Immutable and thread-safe.
 */
public final class Scope {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^}]*?)\\s*}");

    static final String NO_ENVIRONMENT =
            "Environment variables are not read in files: the shell can put one in, as \"key=$NAME\" behind"
                    + " the file, and runs inherit those of the shell";

    /** What is called so elsewhere. */
    private static final Pattern ENVIRONMENT = Pattern.compile("(env|secrets?|oc\\.env)[.:].*");

    private final Map<String, Object> names;

    private Scope(Map<String, Object> names) {
        this.names = names;
    }

    /** @throws IllegalArgumentException when a value is not plain */
    public static Scope of(Map<String, ?> names) {
        return new Scope(PlainValues.canonicalMap(names));
    }

    /**
     * Expands every string in a plain value. A string that is one reference, {@code "${config.cpu}"}, becomes the value it
     * names, with its type; in a longer text a reference becomes {@link PlainValues#text}.
     *
     * @param where {@code file:line} of the value
     * @throws InvalidInputException when a reference finds nothing
     */
    public Object expand(Object plain, String where) {
        if (plain instanceof String text) {
            return expandString(text, where);
        }
        if (plain instanceof Map<?, ?> map) {
            Map<Object, Object> expanded = new LinkedHashMap<>();
            map.forEach((key, value) -> expanded.put(key, expand(value, where)));
            return expanded;
        }
        if (plain instanceof List<?> items) {
            List<Object> expanded = new ArrayList<>();
            items.forEach(item -> expanded.add(expand(item, where)));
            return expanded;
        }
        return plain;
    }

    /** Expands a text into a text. */
    public String expandText(String text, String where) {
        return PlainValues.text(expandString(text, where));
    }

    /** The paths that the references of a text name, in their order. */
    public static List<String> references(String text) {
        return REFERENCE.matcher(text).results().map(r -> r.group(1)).toList();
    }

    private Object expandString(String text, String where) {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.matches()) {
            return find(reference.group(1), where);
        }
        return reference
                .reset()
                .replaceAll((MatchResult r) -> Matcher.quoteReplacement(PlainValues.text(find(r.group(1), where))));
    }

    private Object find(String path, String where) {
        Object found = names;
        for (String segment : ConfigPaths.split(path)) {
            Optional<Object> key = found instanceof Map<?, ?> map ? key(map, segment) : Optional.empty();
            if (key.isEmpty()) {
                throw new InvalidInputException("${" + path + "} is not defined", where, cure(path));
            }
            found = ((Map<?, ?>) found).get(key.get());
        }
        return found;
    }

    private String cure(String path) {
        return ENVIRONMENT.matcher(path).matches() ? NO_ENVIRONMENT : Suggestions.didYouMean(path, paths());
    }

    /** The key as it is written, else in another of its spellings. */
    private static Optional<Object> key(Map<?, ?> map, String segment) {
        if (map.containsKey(segment)) {
            return Optional.of(segment);
        }
        return map.keySet().stream()
                .filter(key -> KeyStyle.same((String) key, segment))
                .findFirst()
                .map(key -> (Object) key);
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect(names, "", paths);
        return paths;
    }

    private static void collect(Map<?, ?> object, String parent, List<String> paths) {
        object.forEach((key, value) -> {
            String path = ConfigPaths.child(parent, (String) key);
            if (value instanceof Map<?, ?> child) {
                collect(child, path, paths);
            } else {
                paths.add(path);
            }
        });
    }
}
