package io.flowsweep.planner;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.planner.config.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What environment variables give a flow: {@code FLOWSWEEP_CONFIG_NAME} a config's file, {@code FLOWSWEEP_CONFIG_VALUE_NAME}
 * its value, {@code FLOWSWEEP_PARAMETER_NAME} a parameter's value; {@code learningRate} is written {@code LEARNING_RATE}.
 * An empty variable counts as unset.
 */
public final class EnvironmentInputs {

    private static final String FILE = "FLOWSWEEP_CONFIG_";
    private static final String VALUE = "FLOWSWEEP_CONFIG_VALUE_";
    private static final String PARAMETER = "FLOWSWEEP_PARAMETER_";

    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> known = new ArrayList<>();

    public EnvironmentInputs(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (isInput(name) && !value.isEmpty()) {
                variables.put(name, value);
            }
        });
    }

    /** Whether a variable is one of these; a host gets none of them, since they are meant for the run that it is a part of. */
    public static boolean isInput(String variable) {
        return variable.startsWith(FILE) || variable.startsWith(PARAMETER);
    }

    /** The given sources, and one for each other config that a variable names. */
    public Map<String, ConfigSource> configs(List<String> names, Map<String, ConfigSource> given) {
        Map<String, ConfigSource> configs = new HashMap<>(given);
        for (String name : names) {
            String file = variable(FILE, name);
            String value = variable(VALUE, name);
            if (given.containsKey(name)) {
                continue;
            }
            if (variables.containsKey(file) && variables.containsKey(value)) {
                throw new InvalidInputException(
                        "the config \"" + name + "\" is given both a file and a value",
                        "environment variables " + file + " and " + value,
                        "Unset one of them.");
            }
            if (variables.containsKey(file)) {
                configs.put(name, new ConfigSource.File(Path.of(variables.get(file)), file));
            } else if (variables.containsKey(value)) {
                configs.put(name, new ConfigSource.Text(variables.get(value), value));
            }
        }
        return configs;
    }

    /** The given values, and one for each other parameter that a variable names. */
    public Map<String, Object> parameters(List<String> names, Map<String, Object> given) {
        Map<String, Object> parameters = new HashMap<>(given);
        for (String name : names) {
            String variable = variable(PARAMETER, name);
            if (variables.containsKey(variable) && given.keySet().stream().noneMatch(g -> KeyStyle.same(g, name))) {
                parameters.put(name, variables.get(variable));
            }
        }
        return parameters;
    }

    /** The variables that name nothing of the flow, once it has been asked for both. */
    public List<String> warnings() {
        return variables.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "the environment variable " + name + " names no config and no parameter of the flow. "
                        + Suggestions.didYouMean(name, known))
                .toList();
    }

    private String variable(String prefix, String name) {
        String variable = prefix + KeyStyle.canonical(name).toUpperCase(Locale.ROOT);
        known.add(variable);
        return variable;
    }
}
