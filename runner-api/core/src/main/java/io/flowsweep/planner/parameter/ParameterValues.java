package io.flowsweep.planner.parameter;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.config.ConfigDocument;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of parameters as programs and people give them. */
final class ParameterValues {

    private ParameterValues() {}

    /**
     * The plain form of a value of the parameter's type, of a plain value, or of text for it: JSON or HOCON for what is more
     * than one number or word.
     *
     * @throws CodecException when it is none of these
     * @throws io.flowsweep.errors.InvalidInputException when the text is not HOCON
     */
    static Object plain(Type type, Object given) {
        if (ValueCodec.rawType(type) == Optional.class && given instanceof String text) {
            return plain(ValueCodec.argument(type, 0), text);
        }
        return ValueCodec.encode(type, value(type, given));
    }

    private static Object value(Type type, Object given) {
        if (!(given instanceof String text)) {
            return ValueCodec.decode(type, given(type, given));
        }
        Class<?> raw = ValueCodec.rawType(type);
        return ValueCodec.isScalar(raw) ? ValueCodec.decodeText(raw, text) : ValueCodec.decode(type, structured(text));
    }

    private static Object structured(String text) {
        Path here = Path.of("").toAbsolutePath();
        Map<String, Object> read = ConfigDocument.ofText("value = " + text + "\n", "the text given", here, here)
                .resolve()
                .values();
        if (read.size() != 1) {
            throw new CodecException("expected one value in JSON, got \"" + text + "\"");
        }
        return read.get("value");
    }

    /** What a program gives may be typed, plain, or typed values in plain lists and maps. */
    private static Object given(Type type, Object given) {
        if (given instanceof Collection<?> items) {
            List<Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(given(ValueCodec.argument(type, 0), item)));
            return plain;
        }
        if (given instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(text(key), given(ValueCodec.argument(type, 1), value)));
            return plain;
        }
        if (given instanceof Optional<?> optional) {
            return optional.map(value -> given(ValueCodec.argument(type, 0), value))
                    .orElse(null);
        }
        if (given == null || given instanceof String || given instanceof Number || given instanceof Boolean) {
            return given;
        }
        Type own = given instanceof Enum<?> constant ? constant.getDeclaringClass() : given.getClass();
        return ValueCodec.encode(ValueCodec.rawType(type).isSealed() ? type : own, given);
    }

    private static String text(Object key) {
        return key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
    }
}
