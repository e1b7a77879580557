package io.flowsweep.sweep.file.edit;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.BaseConfig;
import io.flowsweep.sweep.file.text.ProblemList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Overrides that change values of the base configs. Confined to one thread. */
final class BaseEdits {

    private final ConfigDocument names;
    private final ProblemList problems;
    private final Map<String, BaseConfig> before = new HashMap<>();
    private final Map<String, ConfigDocument> configs;

    /** @param configs by their roots */
    BaseEdits(Map<String, ConfigDocument> configs, ConfigDocument names, ProblemList problems) {
        this.configs = new LinkedHashMap<>(configs);
        this.names = names;
        this.problems = problems;
        configs.forEach((root, config) -> before.put(root, BaseConfig.of(Optional.of(config), names)));
    }

    Map<String, ConfigDocument> configs() {
        return configs;
    }

    void apply(Edit edit) {
        if (edit.deletes()) {
            delete(edit);
            return;
        }
        merge(edit, edit.path(), there(edit.path()), Overriding.element(edit).plain());
    }

    private void delete(Edit edit) {
        String path = edit.path().relative();
        Object there = there(edit.path());
        edit.value().ifPresent(value -> {
            Object wanted = Overriding.element(edit).plain();
            if (!Objects.equals(wanted, there)) {
                problems.add(edit.problem(
                        "\"" + path + "\" is " + PlainValues.text(there) + ", not " + PlainValues.text(wanted),
                        "~" + path + " deletes it, whatever it is."));
            }
        });
        ConfigDocument left = configs.get(edit.path().root()).without(path);
        configs.put(edit.path().root(), left);
        problems.attempt(() -> left.resolve(names))
                .filter(after -> after.has(path))
                .ifPresent(after -> problems.add(edit.problem(
                        "\"" + path + "\" comes from a ${…} and cannot be deleted", "Give it another value.")));
    }

    private Object there(AxisPath path) {
        return Optional.ofNullable(before.get(path.root()))
                .flatMap(BaseConfig::resolved)
                .flatMap(base -> base.value(path.relative()))
                .orElse(null);
    }

    /** A dict is merged into the object that is there; everything else takes the place of what is there. */
    private void merge(Edit edit, AxisPath at, Object there, Object value) {
        String path = at.relative();
        if (value instanceof Map<?, ?> map && there instanceof Map<?, ?> old) {
            map.forEach((key, child) -> {
                if (!old.containsKey(key) && !edit.forces()) {
                    problems.add(edit.problem(
                            "\"" + path + "\" has no \"" + key + "\"",
                            Suggestions.didYouMean((String) key, strings(old)) + " ++"
                                    + edit.override().path() + "={…} adds it."));
                } else {
                    AxisPath below = new AxisPath(at.root(), ConfigPaths.child(path, (String) key));
                    merge(edit, below, old.get(key), child);
                }
            });
            return;
        }
        checkKind(edit, path, there, value);
        String where = edit.where();
        ConfigDocument base = configs.getOrDefault(at.root(), ConfigDocument.of(Map.of(), where));
        problems.attempt(() -> base.withSubstitutions(path, value, where))
                .ifPresent(changed -> configs.put(at.root(), changed));
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
