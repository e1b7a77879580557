package io.flowsweep.sweep.wandb;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a sweep as a base config and axes over it, nested alike. */
final class Parameters {

    /** What an axis' path may begin with besides a key of the config. */
    private static final Set<String> ROOTS =
            Set.of("config", "configs", "params", "run", "jvm", "environment", "flow", "binding", "let");

    private final boolean grid;
    private final Problems problems;
    private final List<String> notes;
    private final Map<String, Object> base;
    private final Map<String, Object> axes;

    Parameters(Map<?, ?> parameters, boolean grid, Problems problems, List<String> notes) {
        this.grid = grid;
        this.problems = problems;
        this.notes = notes;
        this.base = new LinkedHashMap<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        read(parameters, "parameters", base, plain);
        this.axes = plain.keySet().stream().anyMatch(ROOTS::contains) ? Map.of("config", plain) : plain;
        for (String reserved : List.of("config", "let")) {
            if (base.containsKey(reserved)) {
                problems.add("parameters." + reserved, "no parameter can be called \"" + reserved + "\"", "Rename it.");
            }
        }
    }

    /** The config: a constant's value, and of what varies the first. */
    Map<String, Object> base() {
        return base;
    }

    /** The axes: what HOCON says of each. */
    Map<String, Object> axes() {
        return axes;
    }

    private void read(Map<?, ?> parameters, String path, Map<String, Object> values, Map<String, Object> varied) {
        parameters.forEach((key, given) -> {
            String name = (String) key;
            String child = ConfigPaths.child(path, name);
            if (!(given instanceof Map<?, ?> parameter)) {
                problems.add(
                        child,
                        "\"" + name + "\" must say value, values, or min and max",
                        "Write value: " + PlainValues.text(given) + ".");
            } else if (parameter.get("parameters") instanceof Map<?, ?> inner) {
                Map<String, Object> innerValues = new LinkedHashMap<>();
                Map<String, Object> innerVaried = new LinkedHashMap<>();
                read(inner, ConfigPaths.child(child, "parameters"), innerValues, innerVaried);
                values.put(name, innerValues);
                if (!innerVaried.isEmpty()) {
                    varied.put(name, innerVaried);
                }
            } else {
                new WandbParameter(name, child, parameter, grid, problems, notes)
                        .read()
                        .ifPresent(read -> {
                            values.put(name, read.value());
                            read.axis().ifPresent(axis -> varied.put(name, axis));
                        });
            }
        });
    }
}
