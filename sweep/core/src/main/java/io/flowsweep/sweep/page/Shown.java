package io.flowsweep.sweep.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them, the same in every locale and time zone. */
public final class Shown {

    private static final MathContext DIGITS = new MathContext(6);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Shown() {}

    /** A number that is not whole is rounded to 6 significant digits; anything else is its text. */
    public static String value(Object value) {
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return value.toString();
        }
        BigDecimal rounded = BigDecimal.valueOf(number);
        boolean whole = number == Math.rint(number);
        return (whole ? rounded : rounded.round(DIGITS)).stripTrailingZeros().toPlainString();
    }

    /** {@code 5.1 s}, {@code 2 min 05 s} or {@code 3 h 07 min}. */
    public static String duration(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** {@code 2026-11-24 10:00:00 UTC}. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** {@code 1 variant}, {@code 2 variants}. */
    public static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
