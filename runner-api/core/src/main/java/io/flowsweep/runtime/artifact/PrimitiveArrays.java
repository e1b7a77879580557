package io.flowsweep.runtime.artifact;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rectangular primitive arrays as bytes: one line of JSON, {@code {"element":"double","shape":[3,4]}}, and the elements in
 * row-major order, big-endian.
 */
final class PrimitiveArrays {

    private PrimitiveArrays() {}

    static byte[] encode(String name, Object array) {
        List<Integer> shape = new ArrayList<>();
        Class<?> element = array.getClass();
        for (Object level = array; element.isArray(); element = element.getComponentType()) {
            int length = level == null ? 0 : Array.getLength(level);
            shape.add(length);
            level = length == 0 || element.getComponentType().isPrimitive() ? null : Array.get(level, 0);
        }
        byte[] header = (Json.write(Map.of("element", element.getName(), "shape", shape)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        long count = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        long bytes = header.length + count * width(element);
        if (bytes > Integer.MAX_VALUE - 16) {
            throw new CodecException(
                    "the array of artifact " + name + " takes " + bytes + " bytes; at most 2 GiB can be kept");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) bytes).put(header);
        put(name, buffer, array, shape, 0);
        return buffer.array();
    }

    static Object decode(byte[] content, Class<?> type) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        Map<String, Object> header = header(buffer);
        Class<?> element = type;
        int rank = 0;
        for (; element.isArray(); element = element.getComponentType()) {
            rank++;
        }
        List<Integer> shape = shape(header);
        if (!element.getName().equals(header.get("element")) || rank != shape.size()) {
            throw new CodecException("expected " + type.getSimpleName() + ", got an array of " + header.get("element")
                    + " with shape " + shape);
        }
        return get(buffer, element, shape, 0);
    }

    static Object plain(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        Map<String, Object> header = header(buffer);
        Object array = get(buffer, element((String) header.get("element")), shape(header), 0);
        return ValueCodec.encode(array.getClass(), array);
    }

    private static void put(String name, ByteBuffer out, Object array, List<Integer> shape, int level) {
        if (array == null || Array.getLength(array) != shape.get(level)) {
            throw new CodecException("the array of artifact " + name
                    + " is ragged: rows of one level must have one length;" + " keep a List of arrays instead");
        }
        if (level < shape.size() - 1) {
            for (Object row : (Object[]) array) {
                put(name, out, row, shape, level + 1);
            }
            return;
        }
        if (array instanceof double[] a) {
            out.asDoubleBuffer().put(a);
            out.position(out.position() + a.length * Double.BYTES);
        } else if (array instanceof float[] a) {
            out.asFloatBuffer().put(a);
            out.position(out.position() + a.length * Float.BYTES);
        } else if (array instanceof long[] a) {
            out.asLongBuffer().put(a);
            out.position(out.position() + a.length * Long.BYTES);
        } else if (array instanceof int[] a) {
            out.asIntBuffer().put(a);
            out.position(out.position() + a.length * Integer.BYTES);
        } else if (array instanceof short[] a) {
            out.asShortBuffer().put(a);
            out.position(out.position() + a.length * Short.BYTES);
        } else if (array instanceof char[] a) {
            out.asCharBuffer().put(a);
            out.position(out.position() + a.length * Character.BYTES);
        } else if (array instanceof byte[] a) {
            out.put(a);
        } else {
            for (boolean b : (boolean[]) array) {
                out.put((byte) (b ? 1 : 0));
            }
        }
    }

    private static Object get(ByteBuffer in, Class<?> element, List<Integer> shape, int level) {
        int length = shape.get(level);
        if (level < shape.size() - 1) {
            Class<?> row = element;
            for (int i = level + 1; i < shape.size(); i++) {
                row = row.arrayType();
            }
            Object array = Array.newInstance(row, length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, get(in, element, shape, level + 1));
            }
            return array;
        }
        Object array = Array.newInstance(element, length);
        int start = in.position();
        if (array instanceof double[] a) {
            in.asDoubleBuffer().get(a);
        } else if (array instanceof float[] a) {
            in.asFloatBuffer().get(a);
        } else if (array instanceof long[] a) {
            in.asLongBuffer().get(a);
        } else if (array instanceof int[] a) {
            in.asIntBuffer().get(a);
        } else if (array instanceof short[] a) {
            in.asShortBuffer().get(a);
        } else if (array instanceof char[] a) {
            in.asCharBuffer().get(a);
        } else if (array instanceof byte[] a) {
            in.slice().get(a);
        } else {
            boolean[] a = (boolean[]) array;
            for (int i = 0; i < length; i++) {
                a[i] = in.get(start + i) != 0;
            }
        }
        in.position(start + length * width(element));
        return array;
    }

    private static Map<String, Object> header(ByteBuffer in) {
        StringBuilder line = new StringBuilder();
        for (char c = (char) in.get(); c != '\n'; c = (char) in.get()) {
            line.append(c);
        }
        return Json.parseObject(line.toString());
    }

    private static List<Integer> shape(Map<String, Object> header) {
        List<Integer> shape = new ArrayList<>();
        for (Object length : (List<?>) header.get("shape")) {
            shape.add(((Long) length).intValue());
        }
        return shape;
    }

    private static Class<?> element(String name) {
        return switch (name) {
            case "double" -> double.class;
            case "float" -> float.class;
            case "long" -> long.class;
            case "int" -> int.class;
            case "short" -> short.class;
            case "char" -> char.class;
            case "byte" -> byte.class;
            case "boolean" -> boolean.class;
            default -> throw new CodecException("unknown element type " + name);
        };
    }

    private static int width(Class<?> element) {
        if (element == double.class || element == long.class) {
            return 8;
        }
        if (element == float.class || element == int.class) {
            return 4;
        }
        return element == short.class || element == char.class ? 2 : 1;
    }
}
