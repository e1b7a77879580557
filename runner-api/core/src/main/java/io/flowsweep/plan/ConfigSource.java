package io.flowsweep.plan;

import java.nio.file.Path;
import java.util.Map;

/** Where a run takes a config from. */
public sealed interface ConfigSource {

    /** @param value plain values */
    record Value(Map<String, ?> value) implements ConfigSource {}

    /** @param file HOCON or JSON */
    record File(Path file) implements ConfigSource {}
}
