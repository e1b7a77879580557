package io.flowsweep.runtime.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * NaN and the infinities, for which JSON has no numbers: they are written as words in quotes. A value that holds some of them
 * says so by its codec, and its words come back as numbers; unless it holds a text too that reads like one.
 */
final class NumberWords {

    /** JSON in which the words are numbers. */
    static final String CODEC = "json+words";

    private static final Set<String> WORDS = Set.of("NaN", "Infinity", "-Infinity");

    private NumberWords() {}

    /** The codec with which plain values come back as they are: {@code json} or {@link #CODEC}. */
    static String codec(Object plain) {
        return hasNumber(plain) && !hasText(plain) ? CODEC : "json";
    }

    /** The values with their words as numbers. */
    static Object numbers(Object plain) {
        if (plain instanceof String text && WORDS.contains(text)) {
            return Double.valueOf(text);
        }
        if (plain instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(numbers(item)));
            return copy;
        }
        if (plain instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, numbers(value)));
            return copy;
        }
        return plain;
    }

    private static boolean hasNumber(Object plain) {
        if (plain instanceof List<?> list) {
            return list.stream().anyMatch(NumberWords::hasNumber);
        }
        if (plain instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(NumberWords::hasNumber);
        }
        return plain instanceof Double number && !Double.isFinite(number);
    }

    private static boolean hasText(Object plain) {
        if (plain instanceof List<?> list) {
            return list.stream().anyMatch(NumberWords::hasText);
        }
        if (plain instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(NumberWords::hasText);
        }
        return plain instanceof String text && WORDS.contains(text);
    }
}
