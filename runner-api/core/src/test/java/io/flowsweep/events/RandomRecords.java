package io.flowsweep.events;

import io.flowsweep.codec.ValueCodec;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Records of any kind with parts at random, from a seed. */
final class RandomRecords {

    private final SplittableRandom random;

    RandomRecords(long seed) {
        random = new SplittableRandom(seed);
    }

    <T extends Record> T next(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = components[i].getType();
            parts[i] = value(components[i].getGenericType());
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Type type) {
        Class<?> raw = ValueCodec.rawType(type);
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.of(value(ValueCodec.argument(type, 0))) : Optional.empty();
        }
        if (raw == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                list.add(value(ValueCodec.argument(type, 0)));
            }
            return list;
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                map.put(text(), value(ValueCodec.argument(type, 1)));
            }
            return map;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        return raw.isRecord() ? next(raw.asSubclass(Record.class)) : scalar(raw);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == Object.class) {
            return random.nextBoolean() ? text() : Map.of("list", List.of(random.nextLong(), 0.5, true));
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt();
        }
        if (type == long.class || type == Long.class) {
            return random.nextLong();
        }
        if (type == double.class) {
            return random.nextInt(10) == 0 ? Double.NaN : random.nextDouble();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == Duration.class) {
            return random.nextBoolean() ? Duration.ZERO : Duration.ofMillis(random.nextInt());
        }
        throw new IllegalArgumentException("no value for " + type);
    }

    private String text() {
        return "text \"" + random.nextInt(1000);
    }
}
