package io.flowsweep.sweep.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands between two values; the later the level, the tighter it binds. */
enum Operator {
    OR(1, "or", "||"),
    AND(2, "and", "&&"),
    EQUAL(4, "=="),
    UNEQUAL(4, "!="),
    LESS(4, "<"),
    AT_MOST(4, "<="),
    MORE(4, ">"),
    AT_LEAST(4, ">="),
    IN(4, "in"),
    NOT_IN(4),
    ADD(5, "+"),
    SUBTRACT(5, "-"),
    MULTIPLY(6, "*"),
    DIVIDE(6, "/"),
    REMAINDER(6, "%");

    static final int WEAKEST = 1;
    static final int NOT_LEVEL = 3;
    static final int COMPARISON = 4;
    static final int TIGHTEST = 7;

    private final int level;
    private final List<String> symbols;

    Operator(int level, String... symbols) {
        this.level = level;
        this.symbols = List.of(symbols);
    }

    static Optional<Operator> of(Token token) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbols.stream().anyMatch(token::is))
                .findFirst();
    }

    int level() {
        return level;
    }

    /** The result for two values; {@link #OR} and {@link #AND} are decided before their right side is evaluated. */
    Object apply(Object left, Object right, int at, Evaluation evaluation) {
        return switch (this) {
            case EQUAL -> equal(left, right, evaluation);
            case UNEQUAL -> !equal(left, right, evaluation);
            case LESS -> order(left, right, at) < 0;
            case AT_MOST -> order(left, right, at) <= 0;
            case MORE -> order(left, right, at) > 0;
            case AT_LEAST -> order(left, right, at) >= 0;
            case IN -> evaluation.contains(right, left, at);
            case NOT_IN -> !evaluation.contains(right, left, at);
            case ADD -> left instanceof String a && right instanceof String b ? a + b : number(left, right, at);
            default -> number(left, right, at);
        };
    }

    private static boolean equal(Object left, Object right, Evaluation evaluation) {
        evaluation.spend(Evaluation.weight(left));
        return Objects.equals(left, right);
    }

    private int order(Object left, Object right, int at) {
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        return Evaluation.decimal(operand(left, right, at)).compareTo(Evaluation.decimal(right));
    }

    private Object number(Object left, Object right, int at) {
        BigDecimal a = Evaluation.decimal(operand(left, right, at));
        BigDecimal b = Evaluation.decimal(right);
        boolean divides = this == DIVIDE || this == REMAINDER;
        if (divides && b.signum() == 0) {
            throw new ExpressionFault("the right side of " + symbols.get(0) + " is zero", at, "");
        }
        return Evaluation.number(
                switch (this) {
                    case ADD -> a.add(b);
                    case SUBTRACT -> a.subtract(b);
                    case MULTIPLY -> a.multiply(b);
                    case DIVIDE -> a.divide(b, MathContext.DECIMAL128);
                    default -> remainder(a, b);
                },
                at);
    }

    private static BigDecimal remainder(BigDecimal a, BigDecimal b) {
        BigDecimal rest = a.remainder(b);
        return rest.signum() * b.signum() < 0 ? rest.add(b) : rest;
    }

    private Object operand(Object left, Object right, int at) {
        if (left instanceof Number && right instanceof Number) {
            return left;
        }
        throw new ExpressionFault(
                symbols.get(0) + " needs two numbers" + (this == ADD || level == COMPARISON ? " or two texts" : "")
                        + ", but got " + Evaluation.describe(left) + " and " + Evaluation.describe(right),
                at,
                "");
    }
}
