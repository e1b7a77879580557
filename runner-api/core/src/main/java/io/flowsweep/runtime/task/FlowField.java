package io.flowsweep.runtime.task;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Type;

/**
 * A field of a flow's class or of its bases, whoever may see it. Reached through a variable handle: for a {@link Field} that is
 * read or written, JDK 18 and later build method handles first, which takes a new JVM 20 ms.
 */
final class FlowField {

    private final Field field;
    private final VarHandle handle;

    private FlowField(Field field, VarHandle handle) {
        this.field = field;
        this.handle = handle;
    }

    static FlowField of(Field field) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup());
            return new FlowField(field, lookup.unreflectVarHandle(field));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its declared type, with what that holds. */
    Type type() {
        return field.getGenericType();
    }

    Object get(Object flow) {
        Class<?> type = field.getType();
        if (!type.isPrimitive()) {
            return handle.get(flow);
        }
        // Each in a call of its own: only a call with the field's very type goes straight to it.
        if (type == int.class) {
            return (int) handle.get(flow);
        }
        if (type == long.class) {
            return (long) handle.get(flow);
        }
        if (type == double.class) {
            return (double) handle.get(flow);
        }
        if (type == boolean.class) {
            return (boolean) handle.get(flow);
        }
        if (type == float.class) {
            return (float) handle.get(flow);
        }
        if (type == short.class) {
            return (short) handle.get(flow);
        }
        return type == byte.class ? (Object) (byte) handle.get(flow) : (Object) (char) handle.get(flow);
    }

    /** @param value of the field's type */
    void set(Object flow, Object value) {
        Class<?> type = field.getType();
        if (!type.isPrimitive()) {
            handle.set(flow, value);
        } else if (type == int.class) {
            handle.set(flow, (int) value);
        } else if (type == long.class) {
            handle.set(flow, (long) value);
        } else if (type == double.class) {
            handle.set(flow, (double) value);
        } else if (type == boolean.class) {
            handle.set(flow, (boolean) value);
        } else if (type == float.class) {
            handle.set(flow, (float) value);
        } else if (type == short.class) {
            handle.set(flow, (short) value);
        } else if (type == byte.class) {
            handle.set(flow, (byte) value);
        } else {
            handle.set(flow, (char) value);
        }
    }
}
