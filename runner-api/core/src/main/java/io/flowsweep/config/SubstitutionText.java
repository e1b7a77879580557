package io.flowsweep.config;

import io.flowsweep.codec.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain values as HOCON, where {@code ${…}} in a text is a substitution. */
final class SubstitutionText {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");

    private SubstitutionText() {}

    static String of(Object plain) {
        if (plain instanceof List<?> items) {
            return items.stream().map(SubstitutionText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> Json.write(entry.getKey()) + " : " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return plain instanceof String text ? text(text) : Json.write(plain);
    }

    /** {@code a-${x}-b} as {@code "a-"${x}"-b"}. */
    private static String text(String text) {
        StringBuilder hocon = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int end = 0;
        while (reference.find()) {
            hocon.append(reference.start() > end ? Json.write(text.substring(end, reference.start())) : "");
            hocon.append(reference.group());
            end = reference.end();
        }
        return hocon.append(end < text.length() || end == 0 ? Json.write(text.substring(end)) : "")
                .toString();
    }
}
