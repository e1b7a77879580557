package io.flowsweep.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records as JSON objects, and sealed interfaces of records as objects with a {@code type}. */
final class Records {

    /** How a record is read and written, found once per class. */
    private record Shape(RecordComponent[] components, Constructor<?> constructor) {}

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(components, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    static final String TAG = "type";

    private Records() {}

    static Map<String, Object> encode(Class<?> type, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : SHAPES.get(type).components()) {
            Object part = read(component, value);
            if (part == Optional.empty()) {
                continue;
            }
            try {
                map.put(component.getName(), ValueCodec.encode(component.getGenericType(), part));
            } catch (CodecException e) {
                throw e.under(component.getName());
            }
        }
        return map;
    }

    static Map<String, Object> encodeTagged(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(TAG, value.getClass().getSimpleName());
        map.putAll(encode(value.getClass(), value));
        return map;
    }

    static Object decode(Class<?> type, Map<String, Object> plain) {
        Shape shape = SHAPES.get(type);
        Object[] arguments = new Object[shape.components().length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = decode(shape.components()[i], plain);
        }
        try {
            return shape.constructor().newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new CodecException(type.getSimpleName() + " refuses these values: "
                    + Optional.ofNullable(e.getCause().getMessage())
                            .orElse(e.getCause().toString()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object decode(RecordComponent component, Map<String, Object> plain) {
        String key = key(plain, component.getName());
        if (!plain.containsKey(key) && component.getType() != Optional.class) {
            throw new CodecException(component.getName(), "is missing");
        }
        try {
            Object value = ValueCodec.decode(component.getGenericType(), plain.get(key));
            return value instanceof List<?> list && component.getType() != Object.class ? List.copyOf(list) : value;
        } catch (CodecException e) {
            throw e.under(key);
        }
    }

    static Object decodeTagged(Class<?> sealed, Map<String, Object> plain) {
        Object tag = plain.get(TAG);
        List<String> names = new ArrayList<>();
        for (Class<?> leaf : leaves(sealed)) {
            if (leaf.getSimpleName().equals(tag)) {
                return decode(leaf, plain);
            }
            names.add(leaf.getSimpleName());
        }
        throw new CodecException(
                TAG, "expected one of " + String.join(", ", names) + ", got " + PlainValues.describe(tag));
    }

    /** The records of a sealed interface, those of nested sealed interfaces included. */
    static List<Class<?>> leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(c -> c.isSealed() ? leaves(c).stream() : List.<Class<?>>of(c).stream())
                .toList();
    }

    static List<RecordComponent> components(Class<?> record) {
        return List.of(SHAPES.get(record).components());
    }

    /** The key that means a component; the component's own name when there is none. */
    private static String key(Map<String, Object> plain, String component) {
        if (plain.containsKey(component)) {
            return component;
        }
        for (String key : plain.keySet()) {
            if (KeyStyle.same(key, component)) {
                return key;
            }
        }
        return component;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException e) {
            throw new CodecException(component.getName(), "cannot be read: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
