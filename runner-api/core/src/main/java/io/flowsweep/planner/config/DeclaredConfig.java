package io.flowsweep.planner.config;

import io.flowsweep.errors.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A field with {@code @FlowConfig} as the source of a flow that is not compiled yet declares it; the texts are empty where the
 * annotation leaves them out.
 *
 * @param library whether its type is {@code com.typesafe.config.Config}
 * @param where class and field
 */
public record DeclaredConfig(
        String name, String defaultFile, String defaultValue, String parser, boolean library, String where) {

    /**
     * Its values; empty when nothing gives it any.
     *
     * @param given where it comes from; else its default
     * @param folder of the source
     * @throws InvalidInputException when it cannot be read, or only by code of the flow
     */
    public Optional<Map<String, Object>> value(Optional<ConfigSource> given, Path folder) {
        if (given.orElse(null) instanceof ConfigSource.Recorded recorded) {
            return Optional.of(recorded.config().value());
        }
        ConfigReading reading = new ConfigReading(parser, null, folder);
        if (!(given.orElse(null) instanceof ConfigSource.Value)) {
            refuseOwnParser(reading);
        }
        return reading.of(given, defaultFile, defaultValue, where)
                .map(read -> read.config().values());
    }

    private void refuseOwnParser(ConfigReading reading) {
        if (!reading.isFormat()) {
            throw new InvalidInputException(
                    "@Dependencies refers to the config \"" + name + "\", which is read by " + parser
                            + ", and that cannot be compiled before the libraries are known",
                    where,
                    "Give the libraries in a config of their own, in HOCON, JSON, YAML or TOML.");
        }
    }
}
