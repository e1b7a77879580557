package io.flowsweep.sweep.space.domain;

import io.flowsweep.codec.PlainValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Numbers with equal ratios, both ends included, rounded to 12 digits: 1e-4 to 1e-1 in 4 are the powers of ten.
 *
 * @param from not 0
 * @param to of the sign of {@code from}
 * @param size how many, at least 2
 */
public record Geomspace(double from, double to, long size) implements Domain {

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** @throws IllegalArgumentException when there are less than two, or the ends are equal or have not one sign */
    public Geomspace {
        boolean oneSign = from != 0 && Math.signum(from) == Math.signum(to); // their product may be 0 where neither is
        if (size < 2 || !oneSign || from == to || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("geomspace needs n >= 2 and two ends of one sign, but got from=" + from
                    + ", to=" + to + ", n=" + size);
        }
    }

    @Override
    public boolean isSeries() {
        return true;
    }

    @Override
    public Object get(long index) {
        Objects.checkIndex(index, size);
        if (index == 0 || index == size - 1) {
            return PlainValues.canonical(index == 0 ? from : to);
        }
        double low = StrictMath.log(Math.abs(from));
        double high = StrictMath.log(Math.abs(to));
        double value = StrictMath.exp(low + (high - low) * ((double) index / (size - 1)));
        return PlainValues.canonical(
                BigDecimal.valueOf(Math.copySign(value, from)).round(DIGITS));
    }
}
