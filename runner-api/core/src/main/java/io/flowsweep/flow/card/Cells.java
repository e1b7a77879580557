package io.flowsweep.flow.card;

import java.math.BigDecimal;
import java.util.List;

/** The values that a card holds: {@code Long}, {@code Double}, {@code Boolean} and text. */
final class Cells {

    /** Numbers that JSON keeps as words. */
    private static final List<String> WORDS = List.of("NaN", "Infinity", "-Infinity");

    private Cells() {}

    /** Null is the empty text; whatever is not one of the kinds is its {@code toString}. */
    static Object plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        String text = value.toString();
        return value instanceof Float || value instanceof BigDecimal || WORDS.contains(text)
                ? (Object) Double.valueOf(text)
                : text;
    }

    /** Whether it can stand in a column of numbers. */
    static boolean isNumberOrEmpty(Object cell) {
        return cell instanceof Number || "".equals(cell);
    }
}
