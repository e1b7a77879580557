package io.flowsweep.codec;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The closed list of types that an artifact may have, and the codec that keeps each. */
public final class Storable {

    private static final String LIST =
            "primitives and their boxes, String, enums, records, sealed interfaces of records,"
                    + " java.time, Optional, List, Set, Map, byte[], Path, and primitive arrays up to rank 3";

    private Storable() {}

    /** {@code json}, {@code bytes} for byte[] and Path, {@code array} for other primitive arrays. */
    public static String codec(Type type) {
        if (type == byte[].class || type == Path.class) {
            return "bytes";
        }
        return primitiveRank(type) > 0 ? "array" : "json";
    }

    /** Why a value of this type cannot be kept; empty when it can. */
    public static Optional<String> whyNot(Type type) {
        return whyNot(type, new HashSet<>()).map(why -> why + "; storable are " + LIST);
    }

    /** The number of dimensions of a primitive array; 0 for anything else. */
    public static int primitiveRank(Type type) {
        int rank = 0;
        Class<?> element = type instanceof Class<?> c ? c : Object.class;
        while (element.isArray()) {
            element = element.getComponentType();
            rank++;
        }
        return element.isPrimitive() ? rank : 0;
    }

    private static Optional<String> whyNot(Type type, Set<Type> seen) {
        if (!seen.add(type) || type == Path.class && seen.size() == 1) {
            return Optional.empty();
        }
        if (type instanceof TypeVariable<?> || type instanceof GenericArrayType) {
            return Optional.of("the generic type " + type.getTypeName() + " is not known when the flow is checked");
        }
        Class<?> raw = ValueCodec.rawType(type);
        int rank = primitiveRank(type);
        if (rank > 3) {
            return Optional.of("an array of rank " + rank + " cannot be kept");
        }
        if (rank > 0 || Scalars.handles(raw)) {
            return Optional.empty();
        }
        if (raw == Optional.class || raw == List.class || raw == Set.class || raw == Map.class) {
            return type instanceof ParameterizedType p
                    ? keyClash(p).or(() -> first(List.of(p.getActualTypeArguments()), seen))
                    : Optional.of("the " + raw.getSimpleName() + " does not say what it holds");
        }
        if (raw.isRecord()) {
            return first(
                    Records.components(raw).stream()
                            .map(RecordComponent::getGenericType)
                            .toList(),
                    seen);
        }
        if (raw.isSealed() && Records.leaves(raw).stream().allMatch(Class::isRecord)) {
            return first(Records.leaves(raw), seen).or(() -> tagClash(raw)).or(() -> nameClash(raw));
        }
        return Optional.of("a value of type " + type.getTypeName() + " cannot be kept");
    }

    private static Optional<String> first(List<? extends Type> types, Set<Type> seen) {
        return types.stream().flatMap(t -> whyNot(t, seen).stream()).findFirst();
    }

    private static Optional<String> keyClash(ParameterizedType type) {
        Class<?> key = ValueCodec.rawType(type.getActualTypeArguments()[0]);
        return type.getRawType() != Map.class || Scalars.handles(key)
                ? Optional.empty()
                : Optional.of("the keys of a Map are text, numbers, booleans, enums or java.time, but got "
                        + key.getSimpleName());
    }

    private static Optional<String> nameClash(Class<?> sealed) {
        Set<String> names = new HashSet<>();
        return Records.leaves(sealed).stream()
                .map(Class::getSimpleName)
                .filter(name -> !names.add(name))
                .map(name -> "two kinds are named " + name + ", and a kind is told by its name")
                .findFirst();
    }

    private static Optional<String> tagClash(Class<?> sealed) {
        return Records.leaves(sealed).stream()
                .filter(leaf -> Arrays.stream(leaf.getRecordComponents())
                        .anyMatch(c -> c.getName().equals(Records.TAG)))
                .map(leaf -> "the component \"" + Records.TAG + "\" of " + leaf.getSimpleName()
                        + " is in the way of the name of its kind")
                .findFirst();
    }
}
