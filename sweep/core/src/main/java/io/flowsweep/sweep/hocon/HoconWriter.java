package io.flowsweep.sweep.hocon;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes HOCON as a person would. Confined to one thread. */
public final class HoconWriter {

    private final StringBuilder text;
    private int depth;

    /** @param head what stands first */
    public HoconWriter(String head) {
        this.text = new StringBuilder(head);
    }

    public String text() {
        return text.toString();
    }

    public void comment(String comment) {
        comment.lines().forEach(line -> line("# " + line));
    }

    public void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    public void open(String key) {
        line(key + " {");
        depth++;
    }

    public void close() {
        depth--;
        line("}");
    }

    /** An object with a line for each key; below it everything stands on one line. */
    public void object(String key, Map<String, Object> values) {
        open(key);
        values.forEach((name, value) -> line(key(name) + assigned(value)));
        close();
    }

    /** A key, in quotes where it needs them. */
    public static String key(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]*") && !name.equals("include") ? name : Json.write(name);
    }

    private static String assigned(Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty() ? " " + inline(map) : " = " + value(value);
    }

    private static String inline(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> key((String) entry.getKey()) + assigned(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** A plain value on one line. */
    public static String value(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(HoconWriter::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            return text.matches("[A-Za-z][A-Za-z0-9_]*") && !text.matches("(?i)true|false|null|on|off|yes|no|include")
                    ? text
                    : Json.write(text);
        }
        return value instanceof Map<?, ?> ? Json.write(value) : PlainValues.text(value);
    }
}
