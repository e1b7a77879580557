package io.flowsweep.codec;

import io.flowsweep.errors.Suggestions;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Records as JSON objects, and sealed interfaces of records as objects with a {@code type}. */
final class Records {

    /** How a record is read and written, found once per class. */
    private record Shape(RecordComponent[] components, String[] names, Type[] types, Constructor<?> constructor) {}

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            String[] names = new String[components.length];
            Type[] types = new Type[components.length];
            Class<?>[] classes = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                names[i] = components[i].getName();
                types[i] = components[i].getGenericType();
                classes[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(classes);
                constructor.setAccessible(true);
                return new Shape(components, names, types, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    static final String TAG = "type";

    private Records() {}

    static Map<String, Object> encode(Class<?> type, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        Shape shape = SHAPES.get(type);
        for (int i = 0; i < shape.names().length; i++) {
            Object part = read(shape.components()[i], value);
            if (part == Optional.empty()) {
                continue;
            }
            try {
                map.put(shape.names()[i], ValueCodec.encode(shape.types()[i], part));
            } catch (CodecException e) {
                throw e.under(shape.names()[i]);
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
        Object[] arguments = new Object[shape.names().length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = decode(shape, i, plain);
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

    private static Object decode(Shape shape, int component, Map<String, Object> plain) {
        String name = shape.names()[component];
        Type type = shape.types()[component];
        String key = key(plain, name);
        Object part = plain.get(key);
        if (part == null && !plain.containsKey(key) && ValueCodec.rawType(type) != Optional.class) {
            List<String> strange = plain.keySet().stream()
                    .filter(other -> Stream.of(shape.names()).noneMatch(known -> KeyStyle.same(known, other)))
                    .toList();
            throw new CodecException(
                    name,
                    Suggestions.closest(name, strange)
                            .map(near -> "is missing; did you mean it by \"" + near + "\"?")
                            .orElse("is missing"));
        }
        try {
            Object value = ValueCodec.decode(type, part);
            return value instanceof List<?> list && type != Object.class ? List.copyOf(list) : value;
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
