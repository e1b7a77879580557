package io.flowsweep.plots.internal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders texts as people do: {@code batch8} before {@code batch16}. Equal only for equal texts. */
public final class NaturalOrder {

    /** Runs of digits are compared as whole numbers, everything between them letter by letter. */
    public static final Comparator<String> COMPARATOR =
            Comparator.comparing(NaturalOrder::parts, NaturalOrder::compare).thenComparing(Comparator.naturalOrder());

    private static final Pattern BORDER = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private NaturalOrder() {}

    private static String[] parts(String text) {
        return BORDER.split(text);
    }

    private static int compare(String[] a, String[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers =
                    DIGITS.matcher(a[i]).matches() && DIGITS.matcher(b[i]).matches();
            int order = numbers ? new BigInteger(a[i]).compareTo(new BigInteger(b[i])) : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
