package io.flowsweep.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plain values, which are what {@link Json} reads and writes.
 *
 * <p>The <b>canonical form</b> of a value is maps with sorted keys, lists, strings, booleans, null, and numbers where equal
 * values are equal objects: a {@code Long} when the number is integral and fits, else a {@code Double}. So 1, 1.0 and 1e0
 * are all {@code 1L}, and negative zero is {@code 0L}. {@link #copy} keeps 1.0 and the order of keys as they are.
 */
public final class PlainValues {

    private PlainValues() {}

    /**
     * The canonical form, deeply immutable (maps and lists may hold null).
     *
     * @throws IllegalArgumentException when a value is of another type or a key is no string
     */
    public static Object canonical(Object plain) {
        if (plain == null || plain instanceof String || plain instanceof Boolean) {
            return plain;
        }
        if (plain instanceof Number number) {
            return number(number);
        }
        if (plain instanceof Map<?, ?> map) {
            return canonicalMap(map);
        }
        if (plain instanceof Collection<?> items) {
            List<Object> list = new ArrayList<>(items.size());
            for (Object item : items) {
                list.add(canonical(item));
            }
            return Collections.unmodifiableList(list);
        }
        throw new IllegalArgumentException("not a plain value (map, list, string, number, boolean, null): "
                + plain.getClass().getName());
    }

    /** The same for a map. */
    public static Map<String, Object> canonicalMap(Map<?, ?> plain) {
        Map<String, Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> entry : plain.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new IllegalArgumentException("a key must be a string, got " + entry.getKey());
            }
            sorted.put(name, canonical(entry.getValue()));
        }
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * A deep copy in the exact plain kinds: whole numbers become {@code Long}, other numbers {@code Double}.
     *
     * @throws CodecException when something in it is not plain, with its path
     */
    public static Object copy(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof BigInteger) {
            return value;
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return Double.valueOf(value.toString());
        }
        if (value instanceof Number n) {
            return n.longValue();
        }
        if (value instanceof Enum<?> e) {
            return e.name();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                try {
                    copy.put(key, copy(entry.getValue()));
                } catch (CodecException e) {
                    throw e.under(key);
                }
            }
            return copy;
        }
        if (value instanceof Iterable<?> items) {
            List<Object> copy = new ArrayList<>();
            try {
                for (Object item : items) {
                    copy.add(copy(item));
                }
                return copy;
            } catch (CodecException e) {
                throw e.under("[" + copy.size() + "]");
            }
        }
        throw new CodecException("a value of type " + value.getClass().getTypeName() + " has no JSON form");
    }

    /** The value at a dotted path inside nested maps, or null. */
    public static Object at(Object plain, String path) {
        Object value = plain;
        for (String segment : path.split("\\.")) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(segment);
        }
        return value;
    }

    /** {@code string}, {@code number}, {@code boolean}, {@code list}, {@code object} or {@code null}. */
    public static String kind(Object plain) {
        if (plain == null) {
            return "null";
        }
        if (plain instanceof Number) {
            return "number";
        }
        if (plain instanceof Boolean) {
            return "boolean";
        }
        if (plain instanceof Map) {
            return "object";
        }
        return plain instanceof Collection ? "list" : "string";
    }

    /** For people: a string as it is, a number in its shortest exact form ({@code 0.001}, {@code 1e-9}), others as JSON. */
    public static String text(Object plain) {
        if (plain instanceof String text) {
            return text;
        }
        if (!(plain instanceof Double value) || value.isNaN() || value.isInfinite()) {
            return plain instanceof Double ? plain.toString() : Json.write(plain);
        }
        BigDecimal decimal = new BigDecimal(value.toString()).stripTrailingZeros();
        String digits = decimal.toPlainString();
        return digits.length() <= 12
                ? digits
                : decimal.toString().replace("E+", "e").replace('E', 'e');
    }

    /** Kind and value for a message: {@code the text "abc"}, {@code the number 5}, {@code nothing}. */
    static String describe(Object plain) {
        if (plain == null) {
            return "nothing";
        }
        if (plain instanceof String s) {
            return "the text \"" + s + "\"";
        }
        if (plain instanceof Number n) {
            return "the number " + n;
        }
        if (plain instanceof Map<?, ?>) {
            return "an object";
        }
        return plain instanceof List<?> ? "a list" : plain.toString();
    }

    private static Number number(Number number) {
        if (number instanceof Long) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            BigDecimal decimal = new BigDecimal(number.toString());
            boolean fits = decimal.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            if (fits && decimal.stripTrailingZeros().scale() <= 0) {
                return decimal.longValueExact();
            }
        }
        double value = number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
        boolean integral = value == Math.rint(value) && Math.abs(value) < 0x1p63;
        if (integral) {
            return (long) value;
        }
        return value;
    }
}
