package io.flowsweep.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys whose values are never shown: those that hold {@code password}, {@code token}, {@code secret}, {@code credential},
 * {@code api_key} or {@code apikey}, in any case and spelling. A number under a key that ends in {@code tokens}, such as
 * {@code max_tokens}, is a count and no secret. Under any key, names and passwords in URLs are never shown either.
 */
public final class Secrets {

    /** What is shown instead. */
    public static final String MASK = "***";

    private static final List<String> WORDS = List.of("password", "token", "secret", "credential", "apikey");

    /** Possessive where a text may be long: what could be taken back would take some stack for each character. */
    private static final Pattern PAIR = Pattern.compile(
            "([\\w.-]+)(\"?[ \\t]*[:=][ \\t]*)(\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|[^\\s,{}\\[\\]#][^,}\\]\\n]*)");

    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]*@");

    private Secrets() {}

    /** A text in which what may be a name and a password in a URL is masked: {@code https://***@example.org}. */
    public static String maskedUrls(String text) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        return CREDENTIALS.matcher(text).replaceAll("://" + MASK + "@");
    }

    /** Whether what stands under a key, or a path that holds such a key, is secret. */
    public static boolean isSecret(String path, Object plain) {
        String letters = path.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        if (plain instanceof Number && letters.endsWith("tokens")) {
            letters = letters.substring(0, letters.length() - "tokens".length());
        }
        return WORDS.stream().anyMatch(letters::contains);
    }

    /**
     * A text in which what stands behind a secret's key is masked: {@code api_key = ***}, {@code "password": ***}. For configs and
     * for differences between them; what is no pair of key and value on one line stays, but for names and passwords in URLs.
     */
    public static String maskedText(String text) {
        return maskedUrls(PAIR.matcher(text).replaceAll(pair -> {
            String value = pair.group(3);
            boolean secret = isSecret(pair.group(1), value.matches("-?\\d+") ? (Object) Long.valueOf(0) : value);
            return Matcher.quoteReplacement(secret ? pair.group(1) + pair.group(2) + MASK : pair.group());
        }));
    }

    /** A plain value with its secrets masked. */
    public static Object masked(Object plain) {
        return masked("", plain);
    }

    /** The same for the value of a key. */
    public static Object masked(String key, Object plain) {
        return masked(key, plain, Secrets::maskedUrls);
    }

    /** The same; all other texts become what {@code texts} makes of them. */
    public static Object masked(String key, Object plain, UnaryOperator<String> texts) {
        return masked(key, plain, Secrets::isSecret, texts);
    }

    /** Values of which only what stands in URLs is secret: those by which results are told apart. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> maskedUrls(Map<String, Object> values) {
        return (Map<String, Object>) masked("", values, (key, value) -> false, Secrets::maskedUrls);
    }

    private static Object masked(
            String key, Object plain, BiPredicate<String, Object> secret, UnaryOperator<String> texts) {
        if (plain == null || secret.test(key, plain)) {
            return plain == null ? null : MASK;
        }
        if (plain instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put((String) k, masked((String) k, v, secret, texts)));
            return copy;
        }
        if (plain instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(masked("", item, secret, texts)));
            return copy;
        }
        return plain instanceof String text ? texts.apply(text) : plain;
    }
}
