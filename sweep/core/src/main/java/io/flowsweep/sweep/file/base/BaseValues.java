package io.flowsweep.sweep.file.base;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.space.Axis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the axes vary: the base configs and the given parameters.
 *
 * @param configs those that the file has, by their roots: {@code config}, or {@code configs.NAME}
 * @param params the given parameters
 */
public record BaseValues(Map<String, BaseConfig> configs, Map<String, Object> params) {

    /** The base with something more in one of its configs. */
    public BaseValues with(AxisPath path, ConfigDocument content, ConfigDocument names, ProblemList problems) {
        ConfigDocument changed = Optional.ofNullable(configs.get(path.root()))
                .flatMap(BaseConfig::document)
                .orElseGet(() -> ConfigDocument.of(Map.of(), path.root()))
                .replace(path.relative(), content);
        Map<String, BaseConfig> more = new LinkedHashMap<>(configs);
        more.put(path.root(), new BaseConfig(Optional.of(changed), problems.attempt(() -> changed.resolve(names))));
        return new BaseValues(more, params);
    }

    /** The base with these parameters. */
    public BaseValues withParams(Map<String, Object> given) {
        return new BaseValues(configs, given);
    }

    /** The resolved config of a root; empty when there is none or it could not be resolved. */
    public Optional<ResolvedConfig> config(String root) {
        return Optional.ofNullable(configs.get(root)).flatMap(BaseConfig::resolved);
    }

    /** Whether every config could be resolved. */
    boolean isResolved() {
        return configs.values().stream().allMatch(config -> config.resolved().isPresent());
    }

    /** The value at a path with its root; empty when there is none or it is null. */
    public Optional<Object> value(String root, String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return root.equals("params")
                ? Optional.ofNullable(params.get(ConfigPaths.split(path).get(0)))
                : config(root).flatMap(base -> base.value(path));
    }

    /** Reports a config path that is not there. A parameter need not be given: its default is the flow's. */
    public void checkPath(String root, String path, String where, ProblemList problems) {
        if (path.isEmpty()) {
            return;
        }
        List<String> segments = ConfigPaths.split(path);
        if (!Axis.isConfig(root)) {
            checkBlockPath(root, path, segments, where, problems);
            return;
        }
        String written = ConfigRoots.written(root, path);
        if (!configs.containsKey(root)) {
            reportNoConfig(root, path, written, where, problems);
            return;
        }
        Optional<ResolvedConfig> config = config(root);
        if (config.isEmpty() || config.get().has(path)) {
            return;
        }
        for (int n = 1; n < segments.size(); n++) {
            String owner = ConfigPaths.join(segments.subList(0, n));
            if (config.get().value(owner).orElse(null) instanceof List) {
                problems.add(
                        where,
                        "\"" + written + "\" cannot vary: \"" + owner + "\" is a list",
                        "Vary the whole list: " + ConfigRoots.written(root, owner) + " = [[…], […]].");
                return;
            }
        }
        problems.add(
                where,
                ConfigRoots.text(root) + " has no \"" + path + "\"",
                near(path, config.get().paths()));
    }

    private static String last(String path) {
        List<String> segments = ConfigPaths.split(path);
        return segments.get(segments.size() - 1);
    }

    /** What is called so in another place is likelier than what is called alike. */
    private static String near(String path, Set<String> known) {
        String name = last(path);
        List<String> same =
                known.stream().filter(other -> last(other).equals(name)).toList();
        return same.size() == 1 ? "Did you mean \"" + same.get(0) + "\"?" : Suggestions.didYouMean(path, known);
    }

    private void reportNoConfig(String root, String path, String written, String where, ProblemList problems) {
        List<String> others = configs.keySet().stream()
                .flatMap(other -> ConfigRoots.name(other).stream())
                .toList();
        if (others.isEmpty()) {
            problems.add(
                    where,
                    "\"" + written + "\" cannot vary: the sweep file has no " + (configs.isEmpty() ? root : "configs"),
                    configs.isEmpty() && root.equals(ConfigRoots.ONE)
                            ? "Add config { … } with its base value, or write params." + path + " for a parameter."
                            : "Write " + (configs.isEmpty() ? "configs { name { … } }" : path) + ".");
        } else if (root.equals(ConfigRoots.ONE)) {
            List<String> roots = configs.keySet().stream()
                    .filter(other -> value(other, path).isPresent())
                    .toList();
            String near = roots.isEmpty() ? ConfigRoots.of(others.get(0)) : roots.get(0);
            problems.add(
                    where,
                    "\"" + written + "\" may be in one of the configs " + String.join(", ", others),
                    "Write " + near + "." + path + ".");
        } else {
            String name = ConfigRoots.name(root).orElseThrow();
            problems.add(where, "the sweep file has no config \"" + name + "\"", Suggestions.didYouMean(name, others));
        }
    }

    private static void checkBlockPath(
            String root, String path, List<String> segments, String where, ProblemList problems) {
        String first = KeyStyle.canonical(segments.get(0));
        if (root.equals("params") && segments.size() > 1) {
            problems.add(where, "\"" + path + "\" is no parameter: a parameter has no parts", "");
        } else if (root.equals("environment") && segments.size() > 1) {
            problems.add(where, "\"" + path + "\" is no variable: a variable has no parts", "Put its name in quotes.");
        } else if (root.equals("jvm") && !(BlocksReader.JVM.contains(first) && segments.size() == 1)) {
            problems.add(where, "there is no \"jvm." + path + "\"", Suggestions.didYouMean(first, BlocksReader.JVM));
        } else if (root.equals("run") && RunReader.OF_THE_SWEEP.contains(first)) {
            problems.add(where, "\"run." + path + "\" is one value for the whole sweep and cannot vary", "");
        } else if (root.equals("run") && !RunReader.KEYS.contains(first)) {
            problems.add(where, "\"run." + path + "\" cannot vary", Suggestions.didYouMean(first, RunReader.KEYS));
        }
    }

    /**
     * Reports a value of another kind than the base's. Null fits everything, on either side.
     *
     * @param part of the sweep that gives the value
     */
    public void checkKind(String root, String path, Object value, String part, String where, ProblemList problems) {
        Object base = value(root, path).orElse(null);
        boolean template = base instanceof String text && root.equals("params") && text.contains("${");
        if (base == null || value == null || template) {
            return;
        }
        String kind = PlainValues.kind(value);
        String wanted = PlainValues.kind(base);
        if (!kind.equals(wanted)) {
            String given = value.equals("") ? "empty string" : kind + " " + PlainValues.text(value);
            problems.add(
                    where,
                    "\"" + (Axis.isConfig(root) ? ConfigRoots.written(root, path) : path) + "\" is the " + wanted + " "
                            + PlainValues.text(base) + " in the base, but the " + given + " in " + part,
                    severalNumbers(value) && wanted.equals("number")
                            ? "Put a comma between the values."
                            : cure(kind, wanted));
        }
    }

    private static boolean severalNumbers(Object value) {
        return value instanceof String text && text.matches("[-+\\d.eE]+(\\s+[-+\\d.eE]+)+");
    }

    private static String cure(String kind, String wanted) {
        if (kind.equals("string") && wanted.equals("number")) {
            return "A number is written 0.1, 1000 or 1e3; .1, 1_000, 0x10 and whatever stands in quotes are strings.";
        }
        if (kind.equals("string") && wanted.equals("boolean")) {
            return "Write true or false.";
        }
        return wanted.equals("string") ? "Put it in double quotes." : "Give values of the base's kind.";
    }
}
