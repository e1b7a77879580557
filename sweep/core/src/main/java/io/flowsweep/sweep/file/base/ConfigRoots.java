package io.flowsweep.sweep.file.base;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.space.Axis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The configs of a sweep by their roots: {@code config}, or {@code configs.NAME} for each of several. */
public final class ConfigRoots {

    public static final String ONE = "config";
    public static final String SEVERAL = "configs";

    private ConfigRoots() {}

    public static String of(String name) {
        return ConfigPaths.child(SEVERAL, name);
    }

    /** The name of one of several configs; empty for the root {@code config}. */
    public static Optional<String> name(String root) {
        return root.equals(ONE)
                ? Optional.empty()
                : Optional.of(ConfigPaths.split(root).get(1));
    }

    /** How people call the config of a root: {@code the config}, {@code the config "model"}. */
    public static String text(String root) {
        return name(root).map(name -> "the config \"" + name + "\"").orElse("the config");
    }

    /** A path as people write it for a root: without it for {@code config}. */
    public static String written(String root, String relative) {
        return root.equals(ONE) ? relative : root + "." + relative;
    }

    /**
     * Under which names {@code ${…}} and expressions find configs.
     *
     * @param values makes of each root and what it has the values
     */
    public static <C> Map<String, Object> names(Map<String, C> configs, BiFunction<String, C, ?> values) {
        Map<String, Object> several = new LinkedHashMap<>();
        Map<String, Object> names = new LinkedHashMap<>();
        configs.forEach((root, config) -> {
            if (Axis.isConfig(root)) {
                name(root)
                        .ifPresentOrElse(
                                name -> several.put(name, values.apply(root, config)),
                                () -> names.put(ONE, values.apply(root, config)));
            }
        });
        if (!several.isEmpty()) {
            names.put(SEVERAL, several);
        }
        return names;
    }
}
