package io.flowsweep.classfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constants of a class file (JVMS 4.4), read where they stand. A constant of an unexpected kind reads as "" or 0. */
final class ConstantPool {

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final ByteBuffer in;
    private final int[] places;

    /** Reads the constants at the buffer's position and leaves it behind them. */
    ConstantPool(ByteBuffer in) {
        this.in = in;
        places = new int[in.getShort() & 0xffff];
        for (int i = 1; i < places.length; i++) {
            places[i] = in.position();
            int tag = in.get();
            in.position(in.position() + size(tag));
            if (tag == LONG || tag == DOUBLE) {
                i++; // they take two places
            }
        }
    }

    String text(int index) {
        if (!is(index, UTF8)) {
            return "";
        }
        byte[] bytes = new byte[u2(places[index] + 1)];
        in.get(places[index] + 3, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The name of a class, with {@code /}. */
    String className(int index) {
        return is(index, CLASS) ? text(u2(places[index] + 1)) : "";
    }

    /** The names, with {@code /}, of all classes that it refers to as such or in a descriptor or signature. */
    List<String> classNames() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < places.length; i++) {
            if (places[i] > 0 && is(i, CLASS)) {
                names.add(className(i));
            } else if (places[i] > 0 && is(i, UTF8)) {
                Matcher types = IN_DESCRIPTOR.matcher(text(i));
                while (types.find()) {
                    names.add(types.group(1));
                }
            }
        }
        return names;
    }

    /** {@code owner.name(types)result} of a method. */
    String method(int index) {
        if (!is(index, METHOD) && !is(index, INTERFACE_METHOD)) {
            return "";
        }
        int nameAndType = places[u2(places[index] + 3)];
        return className(u2(places[index] + 1)) + "." + text(u2(nameAndType + 1)) + text(u2(nameAndType + 3));
    }

    /** The index of what a method handle refers to. */
    int referredBy(int index) {
        return is(index, METHOD_HANDLE) ? u2(places[index] + 2) : 0;
    }

    /** The number of the bootstrap method of a dynamic call. */
    int bootstrapOf(int index) {
        return is(index, INVOKE_DYNAMIC) ? u2(places[index] + 1) : 0;
    }

    private boolean is(int index, int tag) {
        return index > 0 && in.get(places[index]) == tag;
    }

    private int u2(int place) {
        return in.getShort(place) & 0xffff;
    }

    private int size(int tag) {
        return switch (tag) {
            case UTF8 -> 2 + u2(in.position());
            case LONG, DOUBLE -> 8;
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 2;
            case METHOD_HANDLE -> 3;
            case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> 4;
            default -> throw new IllegalArgumentException("a constant of unknown kind " + tag);
        };
    }
}
