package io.flowsweep.sweep.expression;

import io.flowsweep.codec.PlainValues;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One evaluation: the scope and the steps it has taken. */
final class Evaluation {

    static final int MOST_STEPS = 1_000_000;

    private final ExpressionScope scope;
    private long steps;

    Evaluation(ExpressionScope scope) {
        this.scope = scope;
    }

    ExpressionScope scope() {
        return scope;
    }

    /** Counts steps: one for each node, item of a list that is searched, and eight characters of a text. */
    void spend(long more) {
        steps += more;
        if (steps > MOST_STEPS) {
            throw new ExpressionFault("this takes more than " + MOST_STEPS + " steps", 0, "Search shorter lists.");
        }
    }

    /** What comparing a value costs. */
    static long weight(Object value) {
        if (value instanceof String text) {
            return 1 + text.length() / 8;
        }
        if (value instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToLong(Evaluation::weight).sum();
        }
        return value instanceof Collection<?> items
                ? 1 + items.stream().mapToLong(Evaluation::weight).sum()
                : 1;
    }

    /** Whether a list has an item, a map a key, or a text a part. */
    boolean contains(Object container, Object item, int at) {
        spend(weight(container));
        if (container instanceof List<?> list) {
            return list.contains(item);
        }
        if (item instanceof String text && container instanceof Map<?, ?> map) {
            return map.containsKey(text);
        }
        if (item instanceof String text && container instanceof String whole) {
            return whole.contains(text);
        }
        throw new ExpressionFault(
                "in needs a list, or a text and a map or text to search, but got " + describe(item) + " in "
                        + describe(container),
                at,
                "");
    }

    static BigDecimal decimal(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.toString());
    }

    /** The canonical number nearest to a decimal. */
    static Object number(Number value, int at) {
        Object canonical = PlainValues.canonical(value);
        if (canonical instanceof Double decimal && !Double.isFinite(decimal)) {
            throw new ExpressionFault("this has no finite result", at, "");
        }
        return canonical;
    }

    /** {@code the text "abc"}, {@code the number 5}, {@code nothing}. */
    static String describe(Object value) {
        String text = PlainValues.text(value);
        String shown = text.length() > 40 ? text.substring(0, 39) + "…" : text;
        return switch (PlainValues.kind(value)) {
            case "null" -> "null";
            case "string" -> "the text \"" + shown + "\"";
            case "object" -> "the map " + shown;
            case "boolean" -> shown;
            default -> "the " + PlainValues.kind(value) + " " + shown;
        };
    }
}
