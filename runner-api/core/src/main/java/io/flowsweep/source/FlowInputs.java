package io.flowsweep.source;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.planner.config.ConfigSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run gives the configs and parameters of its flow.
 *
 * @param configs by name
 * @param parameters by name, as their caller has them; one may be null
 * @param environment variables that may give what these two do not, see {@link io.flowsweep.planner.EnvironmentInputs}
 * @param names what {@code ${…}} in a command finds besides {@code config}, {@code configs} and {@code params}
 */
public record FlowInputs(
        Map<String, ConfigSource> configs,
        Map<String, Object> parameters,
        Map<String, String> environment,
        Map<String, Object> names) {

    public static final FlowInputs NONE = new FlowInputs(Map.of(), Map.of(), Map.of(), Map.of());

    public FlowInputs {
        configs = Collections.unmodifiableMap(new LinkedHashMap<>(configs));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        environment = Map.copyOf(environment);
        names = Map.copyOf(names);
    }

    /**
     * With a config in the place of what it was given before.
     *
     * @throws InvalidInputException when it was given a file and this is a value, or the other way round
     */
    public FlowInputs withConfig(String name, ConfigSource source) {
        Map<String, ConfigSource> more = new LinkedHashMap<>(configs);
        ConfigSource other = more.put(name, source);
        boolean file = source instanceof ConfigSource.File;
        if (other != null && other instanceof ConfigSource.File != file) {
            throw new InvalidInputException(
                    "the config \"" + name + "\" is given both a file and a value",
                    other.description() + " and " + source.description(),
                    "Give one of them.");
        }
        return withConfigs(more);
    }

    public FlowInputs withConfigs(Map<String, ConfigSource> others) {
        return new FlowInputs(others, parameters, environment, names);
    }

    public FlowInputs withParameter(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new FlowInputs(configs, more, environment, names);
    }

    public FlowInputs withEnvironment(Map<String, String> variables) {
        return new FlowInputs(configs, parameters, variables, names);
    }

    public FlowInputs withNames(Map<String, ?> others) {
        return new FlowInputs(configs, parameters, environment, Map.copyOf(others));
    }
}
