package io.flowsweep.command;

import java.util.Locale;

/** Numbers as programs print them. */
final class Numbers {

    private Numbers() {}

    /** @param text digits with a point and an exponent, or {@code nan}, {@code inf}, {@code infinity} in any case */
    static double parse(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        double sign = word.startsWith("-") ? -1 : 1;
        if (word.endsWith("nan")) {
            return Double.NaN;
        }
        return word.endsWith("inf") || word.endsWith("infinity")
                ? sign * Double.POSITIVE_INFINITY
                : Double.parseDouble(text);
    }
}
