package io.flowsweep.sweep.override;

import io.flowsweep.codec.PlainValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code int()}, {@code float()}, {@code bool()} and {@code str()}. */
final class Casts {

    private Casts() {}

    static Object to(String type, Element element) {
        boolean asWritten = type.equals("str") && element.plain() instanceof Number && element.written() != null;
        return to(type, asWritten ? element.written() : element.plain(), element.at());
    }

    private static Object to(String type, Object value, int at) {
        if (value instanceof List<?> items) {
            List<Object> cast = new ArrayList<>();
            items.forEach(item -> cast.add(to(type, item, at)));
            return cast;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> cast = new LinkedHashMap<>();
            map.forEach((key, item) -> cast.put((String) key, to(type, item, at)));
            return cast;
        }
        return switch (type) {
            case "str" -> PlainValues.text(value);
            case "bool" -> bool(value, at);
            case "int" -> PlainValues.canonical(number(type, value, at).setScale(0, RoundingMode.DOWN));
            default -> PlainValues.canonical(number(type, value, at));
        };
    }

    private static BigDecimal number(String type, Object value, int at) {
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        Object read = value instanceof String text ? Primitive.numberOrText(text.strip(), at) : value;
        boolean fraction = type.equals("int") && value instanceof String text && !text.matches("\\s*[+-]?[\\d_]+\\s*");
        if (!(read instanceof Number) || fraction) {
            throw refused(type, value, at);
        }
        return new BigDecimal(read.toString());
    }

    private static boolean bool(Object value, int at) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        String word = String.valueOf(value).toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        throw refused("bool", value, at);
    }

    private static OverrideFault refused(String type, Object value, int at) {
        return new OverrideFault(type + "() cannot read " + PlainValues.text(value), at, "");
    }
}
