package io.flowsweep.planner.config;

import io.flowsweep.plan.ConfigPlan;
import java.nio.file.Path;
import java.util.Map;

/** Where a run takes a config from. */
public sealed interface ConfigSource {

    /** How messages and the record of the run call it. */
    String description();

    /**
     * @param value plain values
     * @param places {@code file:line} of the values by their paths, where they were read from a file; may be empty
     */
    record Value(Map<String, ?> value, String description, Map<String, String> places) implements ConfigSource {

        public Value(Map<String, ?> value) {
            this(value, "the value given to the run", Map.of());
        }
    }

    /** @param text HOCON, or what the config's own parser reads */
    record Text(String text, String description) implements ConfigSource {}

    /** @param file in the format that its extension tells, or that the config's own parser reads */
    record File(Path file, String description) implements ConfigSource {

        public File(Path file) {
            this(file, "the file given to the run");
        }
    }

    /** What another run had; nothing is read, parsed or computed again. */
    record Recorded(ConfigPlan config) implements ConfigSource {

        @Override
        public String description() {
            return config.source();
        }
    }
}
