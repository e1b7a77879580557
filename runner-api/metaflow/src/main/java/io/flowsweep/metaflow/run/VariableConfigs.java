package io.flowsweep.metaflow.run;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.planner.config.ConfigSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configs that a run is given by variables of Metaflow's own. Each holds a JSON object of files, or of values, by the names of
 * the configs. They are read here, or Metaflow would pass over them for one config that has a default file.
 */
public final class VariableConfigs {

    private static final String FILES = "METAFLOW_FLOW_CONFIG";
    private static final String VALUES = "METAFLOW_FLOW_CONFIG_VALUE";

    static final List<String> NAMES = List.of(FILES, VALUES);

    private VariableConfigs() {}

    /**
     * @param variables that the run is given
     * @param folder in which relative files are
     * @throws InvalidInputException when one of them holds no JSON object, or a config is in both
     */
    public static Map<String, ConfigSource> of(Map<String, String> variables, Path folder) {
        Map<String, ConfigSource> configs = new LinkedHashMap<>();
        object(VALUES, variables).forEach((name, value) -> configs.put(name, value(value)));
        object(FILES, variables).forEach((name, file) -> {
            ConfigSource source = new ConfigSource.File(folder.resolve(String.valueOf(file)), FILES);
            if (configs.put(name, source) != null) {
                throw new InvalidInputException(
                        "the config \"" + name + "\" is given both a file and a value",
                        FILES + " and " + VALUES,
                        "Give one of them.");
            }
        });
        return configs;
    }

    private static Map<String, Object> object(String variable, Map<String, String> variables) {
        String text = variables.getOrDefault(variable, "");
        try {
            return text.isEmpty() ? Map.of() : Json.parseObject(text);
        } catch (CodecException e) {
            throw new InvalidInputException(
                    "the variable " + variable + " is no JSON object: " + e.getMessage(),
                    "",
                    "It has the names of configs before what they get: {\"config\": …}.");
        }
    }

    private static ConfigSource value(Object value) {
        if (value instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked") // what is read from JSON has texts for keys
            Map<String, ?> object = (Map<String, ?>) value;
            return new ConfigSource.Value(object, VALUES, Map.of());
        }
        return new ConfigSource.Text(value instanceof String text ? text : Json.write(value), VALUES);
    }
}
