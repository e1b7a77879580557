package io.flowsweep.codec;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as programs of any language print them. */
public final class NumberText {

    /** A regular expression for digits with a sign, a point and an exponent, each if at all. */
    public static final String FINITE = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

    /** The same, or {@code nan}, {@code inf} and {@code infinity} in any case. */
    public static final String ANY = "(?:" + FINITE + "|[-+]?(?:[nN][aA][nN]|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?))";

    /**
     * The same where it is all that stands there: not the beginning of {@code 12,5}, {@code 1_000}, {@code 0x10}, {@code 2.1.3} or
     * {@code 0.5s}, which is another number than what is meant.
     */
    public static final String WHOLE = "(?>" + ANY + ")(?!\\w|[.,:]\\d)";

    private NumberText() {}

    /** The number that a whole text is; empty when it is none. */
    public static OptionalDouble parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!word.matches(ANY)) {
            return OptionalDouble.empty();
        }
        if (word.endsWith("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (word.contains("inf")) {
            return OptionalDouble.of(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return OptionalDouble.of(Double.parseDouble(word));
    }
}
