package io.flowsweep.sweep.file;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Overrides that change values of the base config. Confined to one thread. */
final class BaseEdits {

    private final ConfigDocument names;
    private final ProblemList problems;
    private final Optional<ResolvedConfig> before;
    private Optional<ConfigDocument> config;

    BaseEdits(Optional<ConfigDocument> config, ConfigDocument names, ProblemList problems) {
        this.config = config;
        this.names = names;
        this.problems = problems;
        this.before = config.flatMap(base -> new ProblemList().attempt(() -> base.resolve(names)));
    }

    Optional<ConfigDocument> config() {
        return config;
    }

    void apply(Edit edit) {
        String path = edit.path().relative();
        if (edit.deletes()) {
            delete(edit, path);
            return;
        }
        merge(edit, path, there(path), Overriding.element(edit).plain());
    }

    private void delete(Edit edit, String path) {
        Object there = there(path);
        edit.value().ifPresent(value -> {
            Object wanted = Overriding.element(edit).plain();
            if (!Objects.equals(wanted, there)) {
                problems.add(edit.problem(
                        "\"" + path + "\" is " + PlainValues.text(there) + ", not " + PlainValues.text(wanted),
                        "~" + path + " deletes it, whatever it is."));
            }
        });
        config = config.map(base -> base.without(path));
        config.flatMap(base -> problems.attempt(() -> base.resolve(names)))
                .filter(after -> after.has(path))
                .ifPresent(after -> problems.add(edit.problem(
                        "\"" + path + "\" comes from a ${…} and cannot be deleted", "Give it another value.")));
    }

    private Object there(String path) {
        return before.flatMap(base -> base.value(path)).orElse(null);
    }

    /** A dict is merged into the object that is there; everything else takes the place of what is there. */
    private void merge(Edit edit, String path, Object there, Object value) {
        if (value instanceof Map<?, ?> map && there instanceof Map<?, ?> old) {
            map.forEach((key, child) -> {
                if (!old.containsKey(key) && !edit.forces()) {
                    problems.add(edit.problem(
                            "\"" + path + "\" has no \"" + key + "\"",
                            Suggestions.didYouMean((String) key, strings(old)) + " ++"
                                    + edit.override().path() + "={…} adds it."));
                } else {
                    merge(edit, ConfigPaths.child(path, (String) key), old.get(key), child);
                }
            });
            return;
        }
        checkKind(edit, path, there, value);
        String where = edit.where();
        config = problems.attempt(
                () -> config.orElseGet(() -> ConfigDocument.of(Map.of(), where)).withSubstitutions(path, value, where));
    }

    private void checkKind(Edit edit, String path, Object there, Object value) {
        String kind = PlainValues.kind(value);
        String wanted = PlainValues.kind(there);
        boolean reference = value instanceof String text && text.contains("${");
        if (there != null && value != null && !kind.equals(wanted) && !edit.forces() && !reference) {
            problems.add(edit.problem(
                    "\"" + path + "\" is the " + wanted + " " + PlainValues.text(there) + " in the file, and not a "
                            + kind,
                    "++" + edit.override().text().replaceFirst("^\\++", "") + " changes its kind."));
        }
    }

    private static List<String> strings(Map<?, ?> map) {
        return map.keySet().stream().map(String.class::cast).toList();
    }
}
