package io.flowsweep.sweep.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that there are; {@code log} is natural unless a base is given, {@code round} goes away from zero at .5. */
enum Function {
    MIN(1, Integer.MAX_VALUE),
    MAX(1, Integer.MAX_VALUE),
    LOG(1, 2),
    EXP(1, 1),
    POW(2, 2),
    SQRT(1, 1),
    ROUND(1, 2),
    FLOOR(1, 1),
    CEIL(1, 1),
    ABS(1, 1),
    SIZE(1, 1),
    CONTAINS(2, 2);

    private static final int MOST_DIGITS = 20;

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values()).filter(f -> f.shown().equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Function::shown).toList();
    }

    void checkCount(int arguments, int at) {
        if (arguments < fewest || arguments > most) {
            String wanted = fewest == most ? "" + fewest : most > 2 ? fewest + " or more" : fewest + " or " + most;
            throw new ExpressionFault(shown() + " takes " + wanted + " values, but got " + arguments, at, "");
        }
    }

    Object apply(List<Object> values, int at, Evaluation evaluation) {
        Object first = values.get(0);
        return switch (this) {
            case MIN ->
                numbers(values, at)
                        .min(Comparator.naturalOrder())
                        .map(n -> Evaluation.number(n, at))
                        .orElseThrow();
            case MAX ->
                numbers(values, at)
                        .max(Comparator.naturalOrder())
                        .map(n -> Evaluation.number(n, at))
                        .orElseThrow();
            case LOG -> {
                double value = Math.log(positive(first, at));
                yield Evaluation.number(values.size() == 1 ? value : value / Math.log(positive(values.get(1), at)), at);
            }
            case EXP -> Evaluation.number(Math.exp(real(first, at)), at);
            case POW -> Evaluation.number(Math.pow(real(first, at), real(values.get(1), at)), at);
            case SQRT -> Evaluation.number(Math.sqrt(real(first, at)), at);
            case ROUND ->
                Evaluation.number(
                        decimal(first, at)
                                .setScale(values.size() == 1 ? 0 : digits(values.get(1), at), RoundingMode.HALF_UP),
                        at);
            case FLOOR -> Evaluation.number(decimal(first, at).setScale(0, RoundingMode.FLOOR), at);
            case CEIL -> Evaluation.number(decimal(first, at).setScale(0, RoundingMode.CEILING), at);
            case ABS -> Evaluation.number(decimal(first, at).abs(), at);
            case SIZE -> size(first, at);
            case CONTAINS -> evaluation.contains(first, values.get(1), at);
        };
    }

    /** The numbers themselves, or those of a single list. */
    private Stream<BigDecimal> numbers(List<Object> values, int at) {
        boolean list = values.size() == 1 && values.get(0) instanceof List<?>;
        List<?> items = list ? (List<?>) values.get(0) : values;
        if (items.isEmpty()) {
            throw new ExpressionFault(shown() + " of an empty list", at, "");
        }
        return items.stream().map(item -> decimal(item, at));
    }

    private BigDecimal decimal(Object value, int at) {
        if (value instanceof Number) {
            return Evaluation.decimal(value);
        }
        throw new ExpressionFault(shown() + " needs a number, but got " + Evaluation.describe(value), at, "");
    }

    private double real(Object value, int at) {
        return decimal(value, at).doubleValue();
    }

    private double positive(Object value, int at) {
        double number = real(value, at);
        if (number > 0) {
            return number;
        }
        throw new ExpressionFault(shown() + " needs a number above 0, but got " + Evaluation.describe(value), at, "");
    }

    private int digits(Object value, int at) {
        if (value instanceof Long digits && digits >= 0 && digits <= MOST_DIGITS) {
            return digits.intValue();
        }
        throw new ExpressionFault(
                "round takes 0 to " + MOST_DIGITS + " digits, but got " + Evaluation.describe(value), at, "");
    }

    private long size(Object value, int at) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof Collection<?> items) {
            return items.size();
        }
        throw new ExpressionFault("size needs a list, a map or a text, but got " + Evaluation.describe(value), at, "");
    }

    private String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
