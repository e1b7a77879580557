package io.flowsweep.plan;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${path}} in the text of an attribute, filled from plain values. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private Placeholders() {}

    /**
     * The text with each placeholder replaced; a text that is one placeholder alone keeps the value's type.
     *
     * @param scope by dotted path: {@code ${config.cpu}} is {@code cpu} in the map under {@code config}
     * @throws InvalidInputException when a path has no value, with the nearest that has
     */
    public static Object expand(String text, Map<String, ?> scope) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        if (matcher.matches()) {
            return value(matcher.group(1).trim(), scope);
        }
        StringBuilder expanded = new StringBuilder();
        matcher.reset();
        while (matcher.find()) {
            Object value = value(matcher.group(1).trim(), scope);
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(String.valueOf(value)));
        }
        return matcher.appendTail(expanded).toString();
    }

    private static Object value(String path, Map<String, ?> scope) {
        Object value = PlainValues.at(scope, path);
        if (value == null) {
            List<String> known = new ArrayList<>();
            collect("", scope, known);
            throw new InvalidInputException("${" + path + "} has no value", "", Suggestions.didYouMean(path, known));
        }
        return value;
    }

    private static void collect(String prefix, Map<?, ?> map, List<String> known) {
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                collect(prefix + key + ".", inner, known);
            } else {
                known.add(prefix + key);
            }
        });
    }
}
