package io.flowsweep.codec;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns Java values into plain values (see {@link Json}) and back, by declared type: primitives and their boxes, String,
 * enums, records, sealed interfaces of records (the record's simple name stands under the key {@code type}), java.time,
 * Optional, List, Set, Map with keys that have a text form, and arrays of all of these. {@code Object} and {@code ?} stand
 * for plain values as they are.
 *
 * <p>A list, set or map that was read may be changed, but for the lists in a record.
 *
 * <p>Reading is tolerant where people write: keys may be in snake, kebab or camel case, enum constants in any case, a number
 * may stand where text is wanted, durations read as in {@link Durations}. What is written is always in the exact form.
 *
 * <p>Thread-safe; no state but caches.
 */
public final class ValueCodec {

    private ValueCodec() {}

    /**
     * The plain form of a value.
     *
     * @param type the declared type, generic arguments included
     * @throws CodecException when the value holds something of a type that has no plain form, with its path
     */
    public static Object encode(Type type, Object value) {
        if (value == null) {
            return null;
        }
        Class<?> raw = rawType(type);
        if (raw == Object.class) {
            return PlainValues.copy(value);
        }
        if (Scalars.handles(raw)) {
            return Scalars.encode(value);
        }
        if (raw == Optional.class) {
            return encode(argument(type, 0), ((Optional<?>) value).orElse(null));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return encodeItems(argument(type, 0), (Collection<?>) value);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return encodeEntries(type, (Map<?, ?>) value);
        }
        if (raw.isArray()) {
            List<Object> list = new ArrayList<>(Array.getLength(value));
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(encode(raw.getComponentType(), Array.get(value, i)));
            }
            return list;
        }
        if (raw.isRecord()) {
            return Records.encode(raw, value);
        }
        if (raw.isSealed() && value.getClass().isRecord()) {
            return Records.encodeTagged(value);
        }
        throw new CodecException("a value of type " + type.getTypeName() + " has no JSON form");
    }

    /**
     * The Java value of a plain form.
     *
     * @throws CodecException when the plain value does not fit the type; the message says what was expected and where
     */
    public static Object decode(Type type, Object plain) {
        Class<?> raw = rawType(type);
        if (raw == Object.class) {
            return plain;
        }
        if (raw == Optional.class) {
            return plain == null ? Optional.empty() : Optional.of(decode(argument(type, 0), plain));
        }
        if (plain == null) {
            if (raw.isPrimitive()) {
                throw expected(raw.getSimpleName(), null);
            }
            return null;
        }
        if (raw == Duration.class && plain instanceof Number n) {
            return Durations.parse(n.toString());
        }
        if (Scalars.handles(raw)) {
            return Scalars.decode(raw, plain);
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return decodeItems(argument(type, 0), list(plain), new ArrayList<>());
        }
        if (raw == Set.class) {
            return decodeItems(argument(type, 0), list(plain), new LinkedHashSet<>());
        }
        if (raw == Map.class) {
            return decodeEntries(type, object(plain));
        }
        if (raw.isArray()) {
            return decodeArray(raw.getComponentType(), list(plain));
        }
        if (raw.isRecord()) {
            return Records.decode(raw, object(plain));
        }
        if (raw.isSealed()) {
            return Records.decodeTagged(raw, object(plain));
        }
        throw new CodecException("values of type " + type.getTypeName() + " cannot be read from JSON");
    }

    /**
     * The value of a text, as it stands on a command line: {@code 5}, {@code true}, {@code 90s}.
     *
     * @param type of one of the kinds that are one string, number or boolean
     * @throws CodecException when the text does not fit
     */
    public static Object decodeText(Class<?> type, String text) {
        return Scalars.decodeText(type, text);
    }

    /** {@link #decode} with the class checked. */
    public static <T> T decode(Class<T> type, Object plain) {
        @SuppressWarnings("unchecked")
        T value = (T) decode((Type) type, plain);
        return value;
    }

    /** Keys are text in JSON, whatever they are in Java. */
    private static Object key(Type type, String text) {
        Class<?> raw = rawType(type);
        return raw == Object.class ? text : Scalars.decodeText(raw, text);
    }

    static CodecException expected(String what, Object found) {
        return new CodecException("expected " + what + ", got " + PlainValues.describe(found));
    }

    private static List<Object> encodeItems(Type type, Collection<?> items) {
        List<Object> list = new ArrayList<>(items.size());
        try {
            for (Object item : items) {
                if (item == null) {
                    throw new CodecException("a list or set that is kept holds no null");
                }
                list.add(encode(type, item));
            }
            return list;
        } catch (CodecException e) {
            throw e.under("[" + list.size() + "]");
        }
    }

    private static Map<String, Object> encodeEntries(Type type, Map<?, ?> map) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() == null) {
                throw new CodecException("a map that is kept has no null as a key");
            }
            String key = String.valueOf(encode(argument(type, 0), entry.getKey()));
            try {
                encoded.put(key, encode(argument(type, 1), entry.getValue()));
            } catch (CodecException e) {
                throw e.under(key);
            }
        }
        return encoded;
    }

    /** Adds the values of a list to a collection of that type. */
    @SuppressWarnings("unchecked")
    static <T> Collection<T> decodeItems(Type type, List<?> items, Collection<T> target) {
        int index = 0;
        try {
            for (Object item : items) {
                Object value = decode(type, item);
                if (value == null) {
                    throw expected("a value", null);
                }
                target.add((T) value);
                index++;
            }
            return target;
        } catch (CodecException e) {
            throw e.under("[" + index + "]");
        }
    }

    private static Map<Object, Object> decodeEntries(Type type, Map<String, Object> map) {
        Map<Object, Object> decoded = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            try {
                decoded.put(key(argument(type, 0), entry.getKey()), decode(argument(type, 1), entry.getValue()));
            } catch (CodecException e) {
                throw e.under(entry.getKey());
            }
        }
        return decoded;
    }

    private static Object decodeArray(Class<?> type, List<?> items) {
        Object array = Array.newInstance(type, items.size());
        int index = 0;
        try {
            for (Object item : items) {
                Array.set(array, index, decode(type, item));
                index++;
            }
            return array;
        } catch (CodecException e) {
            throw e.under("[" + index + "]");
        }
    }

    static List<?> list(Object plain) {
        if (plain instanceof List<?> list) {
            return list;
        }
        throw expected("a list", plain);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object plain) {
        if (plain instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw expected("an object", plain);
    }

    /** Whether values of a type are one string, number or boolean, so that {@link #decodeText} reads them. */
    public static boolean isScalar(Class<?> type) {
        return Scalars.handles(type);
    }

    /** Whether values of a type are numbers. */
    public static boolean isNumber(Class<?> type) {
        return Scalars.isNumber(type);
    }

    /** The class of a type; {@code Object} for one that is not known. */
    public static Class<?> rawType(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p) {
            return (Class<?>) p.getRawType();
        }
        if (type instanceof WildcardType w) {
            return rawType(w.getUpperBounds()[0]);
        }
        return Object.class;
    }

    /** What a generic type holds; {@code Object} for one that does not say. */
    public static Type argument(Type type, int index) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[index] : Object.class;
    }
}
