package io.flowsweep.command;

import io.flowsweep.codec.PlainValues;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as environment variables: {@code model.layers} of a config is {@code FLOWSWEEP_CONFIG_MODEL_LAYERS}. */
final class Variables {

    private static final Pattern OTHER = Pattern.compile("[^A-Z0-9_]");

    private final Map<String, String> variables = new LinkedHashMap<>();

    /** Adds each leaf of a value; nothing for null. */
    Variables add(String name, Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, inner) -> add(name + "_" + key, inner));
        } else if (value != null) {
            variables.putIfAbsent(
                    OTHER.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("_"), PlainValues.text(value));
        }
        return this;
    }

    Map<String, String> all() {
        return variables;
    }
}
