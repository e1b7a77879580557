package io.flowsweep.command;

import io.flowsweep.codec.PlainValues;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value in the grammar of Hydra's command-line overrides. */
final class HydraText {

    /** What is read as a text without quotes, and as no number, boolean or null. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");

    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|nan|inf(inity)?");

    private HydraText() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return BARE.matcher(text).matches() && !WORD.matcher(text).matches() ? text : quoted(text);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(HydraText::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return PlainValues.text(value);
    }

    /** Within quotes a quote, and the backslashes right before one, have a backslash each. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("(\\\\*)('|$)", "$1$1$2").replace("'", "\\'") + "'";
    }
}
