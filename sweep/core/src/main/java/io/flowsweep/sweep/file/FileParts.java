package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.KeyPlace;
import io.flowsweep.config.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The top-level parts of a sweep file, each resolved on its own, so that all of their problems are found. Immutable but for
 * the problem list.
 */
final class FileParts {

    private final ConfigDocument document;
    private final String file;
    private final Map<String, Object> names;
    private final ProblemList problems;
    private final SourceKeys keys;
    private final Section top;

    /**
     * @param file the file as people see it
     * @param names what {@code ${…}} finds
     */
    FileParts(ConfigDocument document, String file, Map<String, Object> names, ProblemList problems) {
        this.document = document;
        this.file = file;
        this.names = names;
        this.problems = problems;
        this.keys = new SourceKeys(document.keys());
        this.top = new Section("", document.root(), file, context());
    }

    /** The same parts where {@code ${name}} finds something more. */
    FileParts with(String name, Object values) {
        Map<String, Object> more = new LinkedHashMap<>(names);
        more.put(name, values);
        return new FileParts(document, file, more, problems);
    }

    Map<String, Object> names() {
        return names;
    }

    /** The names as a document, for resolving. */
    ConfigDocument namesDocument() {
        return ConfigDocument.of(names, file);
    }

    FileContext context() {
        return new FileContext(keys, Scope.of(names), problems);
    }

    ProblemList problems() {
        return problems;
    }

    Section top() {
        return top;
    }

    /** {@code file:line} of a part. */
    String where(String key) {
        return top.where(key);
    }

    /** Whether a part is there; null stands for absent. */
    boolean has(String key) {
        ConfigValue value = raw(key);
        try {
            return value != null && value.valueType() != ConfigValueType.NULL;
        } catch (ConfigException.NotResolved e) {
            return true;
        }
    }

    /** The places of the keys whose paths begin so, without that beginning. */
    List<KeyPlace> keysBelow(String prefix) {
        return document.keys().stream()
                .filter(key -> key.path().startsWith(prefix))
                .map(key -> new KeyPlace(key.path().substring(prefix.length()), key.where(), key.selfReferring()))
                .toList();
    }

    /** The unresolved value; null when absent. */
    ConfigValue raw(String key) {
        return document.root().get(key);
    }

    /** The resolved value; empty when it is absent, null or wrong. */
    Optional<ConfigValue> part(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        return problems.attempt(() -> ConfigDocument.resolveValue(key, raw(key), namesDocument()))
                .filter(value -> value.unwrapped() != null);
    }

    /** A part that must be an object. */
    Optional<ConfigObject> object(String key) {
        return part(key)
                .flatMap(value -> value instanceof ConfigObject object
                        ? Optional.of(object)
                        : top.wrong(key, "an object { … }", value.unwrapped()));
    }

    /** A part that must be an object with known keys. */
    Optional<Section> section(String key) {
        return object(key).map(object -> new Section(key, object, where(key), context()));
    }

    /** A part that must be a text. */
    Optional<String> text(String key) {
        return part(key).flatMap(value -> new Section("", value.atKey(key).root(), where(key), context()).text(key));
    }
}
