package io.flowsweep.plots.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same on every machine and in every locale. */
public final class Numbers {

    /** Significant digits of a number that is shown. */
    public static final int SHOWN_DIGITS = 6;

    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e15;
    private static final double MOST_TICK = 1e7;

    private Numbers() {}

    /** All digits: {@code Double.parseDouble} gives the same number back. {@code 1.0} is {@code 1}. */
    public static String exact(double value) {
        return Double.isFinite(value) ? plain(decimal(value)) : Double.toString(value);
    }

    /**
     * For people: a whole number below 10<sup>15</sup> in full, any other rounded to 6 significant digits, though never
     * before the decimal point. Very small and very large ones are written like {@code 1.5e-7}.
     */
    public static String display(double value) {
        return Double.isFinite(value) ? plain(shown(value)) : Double.toString(value);
    }

    /** A finite number beside an axis: as {@link #display}, but from 10<sup>7</sup> on like {@code 2.5e10}. */
    public static String tick(double value) {
        return tick(shown(value));
    }

    /** A finite number beside an axis, rounded to so many decimals (when negative: to tens, hundreds, …). */
    public static String tick(double value, int decimals) {
        return tick(decimal(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    private static String tick(BigDecimal value) {
        return Math.abs(value.doubleValue()) < MOST_TICK ? plain(value) : scientific(value);
    }

    /** A whole number with its thousands apart: {@code 100,000}. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As {@link #display}, but rounded to so many significant digits, 1 at least. */
    public static String rounded(double value, int digits) {
        return Double.isFinite(value)
                ? display(decimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .doubleValue())
                : Double.toString(value);
    }

    /** How many decimals {@link #display} needs for a finite number; negative never. */
    public static int decimals(double value) {
        return Math.max(0, shown(value).scale());
    }

    /** How many decimals show {@code digits} significant digits of a finite number other than 0; 0 at least. */
    public static int decimals(double value, int digits) {
        BigDecimal decimal = decimal(value);
        int leading = decimal.precision() - decimal.scale();
        return Math.max(0, digits - leading);
    }

    /** A finite number with exactly that many decimals. */
    public static String fixed(double value, int decimals) {
        return decimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static BigDecimal shown(double value) {
        BigDecimal decimal = decimal(value);
        int leading = decimal.precision() - decimal.scale();
        int digits = Math.abs(value) < MOST_PLAIN ? Math.max(SHOWN_DIGITS, leading) : SHOWN_DIGITS;
        return decimal.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** The shortest decimal that is this {@code double} (a negative zero is 0). */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }

    private static String plain(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        if (size == 0 || (size >= LEAST_PLAIN && size < MOST_PLAIN)) {
            return value.toPlainString();
        }
        return scientific(value);
    }

    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
