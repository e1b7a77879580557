package io.flowsweep.sweep.space.domain;

import io.flowsweep.codec.PlainValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * Numbers at equal distances, both ends included, computed in decimals: 0 to 1 in 11 has 0.3 as its fourth.
 *
 * @param size how many, at least 2
 */
public record Linspace(BigDecimal from, BigDecimal to, long size) implements Domain {

    /** @throws IllegalArgumentException when there are less than two, or the ends are equal */
    public Linspace {
        if (size < 2 || from.compareTo(to) == 0) {
            throw new IllegalArgumentException(
                    "linspace needs n >= 2 and two ends, but got from=" + from + ", to=" + to + ", n=" + size);
        }
    }

    @Override
    public boolean isSeries() {
        return true;
    }

    @Override
    public Object get(long index) {
        Objects.checkIndex(index, size);
        BigDecimal step = to.subtract(from).multiply(BigDecimal.valueOf(index));
        return PlainValues.canonical(
                from.add(step.divide(BigDecimal.valueOf(size - 1), MathContext.DECIMAL64), MathContext.DECIMAL64));
    }
}
