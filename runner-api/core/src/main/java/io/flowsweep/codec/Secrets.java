package io.flowsweep.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keys whose values are never shown: those that hold {@code password}, {@code token}, {@code secret}, {@code credential},
 * {@code api_key} or {@code apikey}, in any case and spelling. A number under a key that ends in {@code tokens}, such as
 * {@code max_tokens}, is a count and no secret.
 */
public final class Secrets {

    /** What is shown instead. */
    public static final String MASK = "***";

    private static final List<String> WORDS = List.of("password", "token", "secret", "credential", "apikey");

    private Secrets() {}

    /** Whether what stands under a key, or a path that holds such a key, is secret. */
    public static boolean isSecret(String path, Object plain) {
        String letters = path.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        if (plain instanceof Number && letters.endsWith("tokens")) {
            letters = letters.substring(0, letters.length() - "tokens".length());
        }
        return WORDS.stream().anyMatch(letters::contains);
    }

    /** A plain value with its secrets masked. */
    public static Object masked(Object plain) {
        return masked("", plain);
    }

    /** The same for the value of a key. */
    public static Object masked(String key, Object plain) {
        if (plain == null || isSecret(key, plain)) {
            return plain == null ? null : MASK;
        }
        if (plain instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put((String) k, masked((String) k, v)));
            return copy;
        }
        if (plain instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(masked("", item)));
            return copy;
        }
        return plain;
    }
}
