package io.flowsweep.sweep.space.domain;

import io.flowsweep.codec.PlainValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Evenly spaced numbers, computed in decimals: {@code from 0 to 1 step 0.1} has eleven values and the fourth is 0.3.
 *
 * @param from the first value, inclusive
 * @param to the bound, inclusive; the last value when a whole number of steps leads there
 * @param step not zero; negative to descend
 */
public record Range(BigDecimal from, BigDecimal to, BigDecimal step) implements Domain {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** @throws IllegalArgumentException when step is zero or leads away from {@code to}, or there are 2^63 values or more */
    public Range {
        if (step.signum() == 0) {
            throw new IllegalArgumentException("step != 0 must hold, but got step=0");
        }
        if (to.compareTo(from) * step.signum() < 0) {
            throw new IllegalArgumentException("a range from " + text(from) + " to " + text(to) + " is empty with step "
                    + text(step) + "; step must be " + (step.signum() > 0 ? "negative" : "positive") + " to go there");
        }
        if (count(from, to, step).compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a range has fewer than 2^63 values");
        }
    }

    /** A range with step 1. */
    public static Range of(Number from, Number to) {
        return of(from, to, 1);
    }

    /** @throws IllegalArgumentException as the constructor, and when a number is not finite */
    public static Range of(Number from, Number to, Number step) {
        return new Range(decimal(from), decimal(to), decimal(step));
    }

    @Override
    public boolean isSeries() {
        return true;
    }

    @Override
    public long size() {
        return count(from, to, step).longValueExact();
    }

    @Override
    public Object get(long index) {
        Objects.checkIndex(index, size());
        return PlainValues.canonical(from.add(step.multiply(BigDecimal.valueOf(index))));
    }

    private static BigInteger count(BigDecimal from, BigDecimal to, BigDecimal step) {
        return to.subtract(from)
                .divide(step, 0, RoundingMode.FLOOR)
                .toBigInteger()
                .add(BigInteger.ONE);
    }

    private static BigDecimal decimal(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a range needs finite numbers, got " + number, e);
        }
    }

    private static String text(BigDecimal number) {
        return PlainValues.text(PlainValues.canonical(number));
    }
}
