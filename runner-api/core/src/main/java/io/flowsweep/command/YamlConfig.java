package io.flowsweep.command;

import io.flowsweep.codec.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes a config as YAML that also readers of YAML 1.1 understand, as Python's are: they see 1e-9 as a text. */
final class YamlConfig {

    private YamlConfig() {}

    static String of(Map<String, ?> config) {
        StringBuilder text = new StringBuilder();
        if (config.isEmpty()) {
            return "{}\n";
        }
        object(config, "", text);
        return text.toString();
    }

    private static void object(Map<?, ?> object, String indent, StringBuilder to) {
        object.forEach((key, value) -> {
            to.append(indent).append(Json.write(key)).append(':');
            value(value, indent, to);
        });
    }

    private static void value(Object value, String indent, StringBuilder to) {
        if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            to.append('\n');
            object(inner, indent + "  ", to);
        } else if (value instanceof Collection<?> items && !items.isEmpty()) {
            to.append('\n');
            for (Object item : items) {
                to.append(indent).append("- ").append(flow(item)).append('\n');
            }
        } else {
            to.append(' ').append(flow(value)).append('\n');
        }
    }

    /** On one line. */
    private static String flow(Object value) {
        if (value instanceof Map<?, ?> object) {
            List<String> entries = object.entrySet().stream()
                    .map(entry -> Json.write(entry.getKey()) + ": " + flow(entry.getValue()))
                    .toList();
            return "{" + String.join(", ", entries) + "}";
        }
        if (value instanceof Collection<?> items) {
            return "[" + String.join(", ", items.stream().map(YamlConfig::flow).toList()) + "]";
        }
        return value instanceof Double number ? number(number) : Json.write(value);
    }

    private static String number(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? ".inf" : "-.inf";
        }
        return Double.toString(number).replaceFirst("E(\\d)", "E+$1");
    }
}
