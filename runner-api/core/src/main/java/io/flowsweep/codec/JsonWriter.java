package io.flowsweep.codec;

import java.math.BigInteger;
import java.util.Map;

/** Writes plain values as JSON; see {@link Json#write}. */
final class JsonWriter {

    private static final String HEX = "0123456789ABCDEF";

    private JsonWriter() {}

    static void write(StringBuilder out, Object plain) {
        if (plain == null
                || plain instanceof Boolean
                || plain instanceof Long
                || plain instanceof Integer
                || plain instanceof Short
                || plain instanceof Byte
                || plain instanceof BigInteger) {
            out.append(plain);
        } else if (plain instanceof String text) {
            string(out, text);
        } else if (plain instanceof Double || plain instanceof Float) {
            decimal(out, (Number) plain);
        } else if (plain instanceof Map<?, ?> map) {
            object(out, map);
        } else if (plain instanceof Iterable<?> items) {
            array(out, items);
        } else {
            throw new IllegalArgumentException(
                    "not a plain value: " + plain.getClass().getName());
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            string(out, (String) entry.getKey());
            out.append(':');
            write(out, entry.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void array(StringBuilder out, Iterable<?> items) {
        char before = '[';
        for (Object item : items) {
            out.append(before);
            write(out, item);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void decimal(StringBuilder out, Number number) {
        if (Double.isFinite(number.doubleValue())) {
            out.append(number);
        } else {
            out.append('"').append(number).append('"');
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i).append('\\');
                escaped(out, c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static void escaped(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\f' -> out.append('f');
            case '\r' -> out.append('r');
            default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
