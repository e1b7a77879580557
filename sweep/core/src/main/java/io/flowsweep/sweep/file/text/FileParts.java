package io.flowsweep.sweep.file.text;

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
public final class FileParts {

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
    public FileParts(ConfigDocument document, String file, Map<String, Object> names, ProblemList problems) {
        this.document = document;
        this.file = file;
        this.names = names;
        this.problems = problems;
        this.keys = new SourceKeys(document.keys());
        this.top = new Section("", document.root(), file, context());
    }

    /** The same parts where {@code ${name}} finds something more. */
    public FileParts with(String name, Object values) {
        Map<String, Object> more = new LinkedHashMap<>(names);
        more.put(name, values);
        return new FileParts(document, file, more, problems);
    }

    public Map<String, Object> names() {
        return names;
    }

    /** The names as a document, for resolving. */
    public ConfigDocument namesDocument() {
        return ConfigDocument.of(names, file);
    }

    public FileContext context() {
        return new FileContext(keys, Scope.of(names), problems);
    }

    public ProblemList problems() {
        return problems;
    }

    public Section top() {
        return top;
    }

    /** {@code file:line} of a part. */
    public String where(String key) {
        return top.where(key);
    }

    /** Whether a part is there; null stands for absent. */
    public boolean has(String key) {
        ConfigValue value = raw(key);
        try {
            return value != null && value.valueType() != ConfigValueType.NULL;
        } catch (ConfigException.NotResolved e) {
            return true;
        }
    }

    /** The places of the keys whose paths begin so, without that beginning. */
    public List<KeyPlace> keysBelow(String prefix) {
        return document.keys().stream()
                .filter(key -> key.path().startsWith(prefix))
                .map(key -> key.at(key.path().substring(prefix.length())))
                .toList();
    }

    /** The unresolved value; null when absent. */
    public ConfigValue raw(String key) {
        return document.root().get(key);
    }

    /** The resolved value; empty when it is absent, null or wrong. */
    public Optional<ConfigValue> part(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        return problems.attempt(() -> ConfigDocument.resolveValue(key, raw(key), namesDocument()))
                .filter(value -> value.unwrapped() != null);
    }

    /** A part that must be an object. */
    public Optional<ConfigObject> object(String key) {
        return part(key)
                .flatMap(value -> value instanceof ConfigObject object
                        ? Optional.of(object)
                        : top.wrong(key, "an object { … }", value.unwrapped()));
    }

    /** A part that must be an object with known keys. */
    public Optional<Section> section(String key) {
        return object(key).map(object -> new Section(key, object, where(key), context()));
    }

    /** A part that must be a text. */
    public Optional<String> text(String key) {
        return part(key).flatMap(value -> new Section("", value.atKey(key).root(), where(key), context()).text(key));
    }
}
