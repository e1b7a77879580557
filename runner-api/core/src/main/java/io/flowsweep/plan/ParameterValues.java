package io.flowsweep.plan;

import io.flowsweep.codec.ValueCodec;

/** Values of parameters as programs and people give them. */
final class ParameterValues {

    private ParameterValues() {}

    /**
     * The plain form of a value of the parameter's type, of a plain value, or of text for it.
     *
     * @throws io.flowsweep.codec.CodecException when it is none of these
     */
    static Object plain(Class<?> type, Object given) {
        Object value = given instanceof String text
                ? ValueCodec.decodeText(type, text)
                : ValueCodec.decode(type, given == null ? null : ValueCodec.encode(type(given), given));
        return ValueCodec.encode(type, value);
    }

    /** An enum constant with a body has a class of its own. */
    private static Class<?> type(Object given) {
        return given instanceof Enum<?> constant ? constant.getDeclaringClass() : given.getClass();
    }
}
