package io.flowsweep.sweep.file;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the axes vary: the base config and the given parameters.
 *
 * @param hasConfig whether the file has a config at all
 * @param document the config, unresolved
 * @param config the resolved base; empty when it could not be resolved, and then nothing is checked against it
 * @param params the given parameters
 */
record BaseValues(
        boolean hasConfig,
        Optional<ConfigDocument> document,
        Optional<ResolvedConfig> config,
        Map<String, Object> params) {

    /** The base with something more in its config. */
    BaseValues with(String path, ConfigDocument content, ConfigDocument names, ProblemList problems) {
        ConfigDocument changed =
                document.orElseGet(() -> ConfigDocument.of(Map.of(), "config")).replace(path, content);
        return new BaseValues(true, Optional.of(changed), problems.attempt(() -> changed.resolve(names)), params);
    }

    /** The base with these parameters. */
    BaseValues withParams(Map<String, Object> given) {
        return new BaseValues(hasConfig, document, config, given);
    }

    /** The value at a path with its root; empty when there is none or it is null. */
    Optional<Object> value(String root, String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return switch (root) {
            case "params" ->
                Optional.ofNullable(params.get(ConfigPaths.split(path).get(0)));
            case "config" -> config.flatMap(base -> base.value(path));
            default -> Optional.empty();
        };
    }

    /** Reports a config path that is not there. A parameter need not be given: its default is the flow's. */
    void checkPath(String root, String path, String where, ProblemList problems) {
        if (path.isEmpty()) {
            return;
        }
        List<String> segments = ConfigPaths.split(path);
        if (!root.equals("config")) {
            checkBlockPath(root, path, segments, where, problems);
            return;
        }
        if (!hasConfig) {
            problems.add(
                    where,
                    "\"" + path + "\" cannot vary: the sweep file has no config",
                    "Add config { … } with its base value, or write params." + path + " for a parameter.");
            return;
        }
        if (config.isEmpty() || config.get().has(path)) {
            return;
        }
        for (int n = 1; n < segments.size(); n++) {
            String owner = ConfigPaths.join(segments.subList(0, n));
            if (config.get().value(owner).orElse(null) instanceof List) {
                problems.add(
                        where,
                        "\"" + path + "\" cannot vary: \"" + owner + "\" is a list",
                        "Vary the whole list: " + owner + " = [[…], […]].");
                return;
            }
        }
        problems.add(where, "the config has no \"" + path + "\"", Suggestions.didYouMean(path, paths()));
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

    /** Reports a value of another kind than the base's. Null fits everything, on either side. */
    void checkKind(String root, String path, Object value, String where, ProblemList problems) {
        Object base = value(root, path).orElse(null);
        boolean template = base instanceof String text && root.equals("params") && text.contains("${");
        if (base == null || value == null || template) {
            return;
        }
        String kind = PlainValues.kind(value);
        String wanted = PlainValues.kind(base);
        if (!kind.equals(wanted)) {
            problems.add(
                    where,
                    "\"" + path + "\" is the " + wanted + " " + PlainValues.text(base) + " in the base, but the " + kind
                            + " " + PlainValues.text(value) + " in the grid",
                    cure(kind, wanted));
        }
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

    private List<String> paths() {
        return config.map(base -> new ArrayList<>(base.paths())).orElseGet(ArrayList::new);
    }
}
