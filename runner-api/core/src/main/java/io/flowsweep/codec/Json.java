package io.flowsweep.codec;

import java.util.Map;

/**
 * JSON text and plain values: {@code LinkedHashMap<String, Object>}, {@code ArrayList<Object>}, {@code String},
 * {@code Boolean}, {@code null}, {@code Long} (or {@code BigInteger} beyond its range) and {@code Double}. NaN and the
 * infinities are written as the words {@code NaN}, {@code Infinity}, {@code -Infinity} in quotes, since JSON has none.
 *
 * <p>Reader and writer are our own: a host reads one text and writes six lines in all its life, and the factories and tables
 * of a library took a fifth of that life to be loaded. A test holds them to what Jackson reads and writes.
 */
public final class Json {

    private Json() {}

    /**
     * Reads one value. Of a key that stands twice in an object the last value counts.
     *
     * @throws CodecException when the text is not one JSON value; the message gives line and column
     */
    public static Object parse(String text) {
        return new JsonReader(text).read();
    }

    /**
     * Reads one object.
     *
     * @throws CodecException when the text is not one JSON object
     */
    public static Map<String, Object> parseObject(String text) {
        return object(parse(text));
    }

    /**
     * Reads one object that a person may have written.
     *
     * @throws CodecException also when a key stands twice in an object
     */
    public static Map<String, Object> parseDistinct(String text) {
        return object(new JsonReader(text).distinct().read());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new CodecException("expected a JSON object");
    }

    /**
     * Writes plain values on one line, keys in the map's order.
     *
     * @throws IllegalArgumentException when a value is none of the plain kinds
     */
    public static String write(Object plain) {
        StringBuilder text = new StringBuilder();
        JsonWriter.write(text, plain);
        return text.toString();
    }
}
