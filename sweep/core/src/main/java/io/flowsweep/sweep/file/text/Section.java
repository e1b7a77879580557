package io.flowsweep.sweep.file.text;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An object of the sweep file whose keys are known words. Words are given in snake case and may be written in any style.
 * What is wrong goes to the problem list, and the value then counts as absent.
 */
public final class Section {

    private final String path;
    private final ConfigObject object;
    private final String where;
    private final FileContext context;
    private final Map<String, String> spelling = new LinkedHashMap<>();

    /** @param where {@code file:line} of the object */
    public Section(String path, ConfigObject object, String where, FileContext context) {
        this.path = path;
        this.object = object;
        this.where = where;
        this.context = context;
        for (String key : object.keySet()) {
            // A capital in front is no style of ours.
            String word = !key.isEmpty() && Character.isUpperCase(key.charAt(0)) ? key : KeyStyle.canonical(key);
            String other = spelling.put(word, key);
            if (other != null) {
                context.problems().add(where(key), "\"" + key + "\" and \"" + other + "\" are one key", "Keep one.");
            }
        }
    }

    public String where() {
        return where;
    }

    /** {@code file:line} of a key, or of the section when the key is absent. */
    public String where(String key) {
        String written = spelling.getOrDefault(key, key);
        ConfigValue value = object.get(written);
        return value == null ? where : context.keys().where(ConfigPaths.child(path, written), value);
    }

    /** Reports every key that is neither known nor of a later version. */
    public void allow(Collection<String> known, Collection<String> later) {
        allow(known, later, Map.of());
    }

    /** @param cures what to say of keys that belong elsewhere, or that other tools have */
    public void allow(Collection<String> known, Collection<String> later, Map<String, String> cures) {
        spelling.forEach((word, written) -> {
            if (cures.containsKey(word)) {
                context.problems().add(where(word), "unknown key " + name(written), cures.get(word));
            } else if (later.contains(word)) {
                context.problems().add(where(word), name(written) + " is not supported by this version", "Remove it.");
            } else if (!known.contains(word)) {
                context.problems()
                        .add(where(word), "unknown key " + name(written), Suggestions.didYouMean(written, known));
            }
        });
    }

    public boolean has(String key) {
        return spelling.containsKey(key);
    }

    /** An object below this one; empty when absent, null or no object, which is then a problem. */
    public Optional<Section> section(String key) {
        ConfigValue value = object.get(spelling.getOrDefault(key, key));
        if (value == null || value.unwrapped() == null) {
            return Optional.empty();
        }
        if (value instanceof ConfigObject inner) {
            return Optional.of(new Section(ConfigPaths.child(path, key), inner, where(key), context));
        }
        return wrong(key, "an object { … }", PlainValues.canonical(value.unwrapped()));
    }

    /** A value as it is written; empty when absent or null. */
    public Optional<ConfigValue> raw(String key) {
        return Optional.ofNullable(object.get(spelling.getOrDefault(key, key)))
                .filter(value -> value.unwrapped() != null);
    }

    /** A value as plain values, its {@code ${…}} expanded; empty when absent or null. */
    public Optional<Object> plain(String key) {
        return Optional.ofNullable(object.get(spelling.getOrDefault(key, key)))
                .map(value -> PlainValues.canonical(value.unwrapped()))
                .flatMap(value ->
                        context.problems().attempt(() -> context.scope().expand(value, where(key))));
    }

    /** A text; a number or a boolean counts as its text. */
    public Optional<String> text(String key) {
        return plain(key).flatMap(value -> {
            if (value instanceof Map
                    || value instanceof List
                    || value.toString().isBlank()) {
                return wrong(key, "a text", value);
            }
            return Optional.of(PlainValues.text(value));
        });
    }

    /** A whole number. */
    public Optional<Long> whole(String key) {
        return plain(key)
                .flatMap(value ->
                        value instanceof Long number ? Optional.of(number) : wrong(key, "a whole number", value));
    }

    /** {@code true} or {@code false}; absent is false. */
    public boolean flag(String key) {
        return plain(key)
                .flatMap(
                        value -> value instanceof Boolean flag ? Optional.of(flag) : wrong(key, "true or false", value))
                .orElse(false);
    }

    /** One of the words of an enumeration, in lower case. */
    public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return text(key).flatMap(word -> {
            List<String> words = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                words.add(constant.name().toLowerCase(Locale.ROOT));
                if (constant.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return Optional.of(constant);
                }
            }
            context.problems()
                    .add(
                            where(key),
                            name(key) + " must be " + String.join(" or ", words) + ", but is \"" + word + "\"",
                            Suggestions.closest(word, words)
                                    .or(() -> onlyWith(word, words))
                                    .map(w -> "Did you mean \"" + w + "\"?")
                                    .orElse(""));
            return Optional.empty();
        });
    }

    /** The only word that begins so. */
    private static Optional<String> onlyWith(String beginning, List<String> words) {
        List<String> found = words.stream()
                .filter(word -> word.startsWith(beginning.toLowerCase(Locale.ROOT)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What an action gives; empty when it finds something wrong, which is then reported. */
    public <T> Optional<T> attempt(Supplier<T> action) {
        return context.problems().attempt(action);
    }

    /** Reports a value that is not what its key needs. */
    public <T> Optional<T> wrong(String key, String needed, Object value) {
        context.problems()
                .add(where(key), name(key) + " must be " + needed + ", but is " + PlainValues.text(value), "");
        return Optional.empty();
    }

    private String name(String key) {
        return "\"" + (path.isEmpty() ? key : path + "." + key) + "\"";
    }
}
