package io.flowsweep.sweep.page;

import io.flowsweep.plots.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values as people read them, the same in every locale and time zone. */
public final class Shown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Shown() {}

    /** A number as tables show it; anything else is its text. */
    public static String value(Object value) {
        return value instanceof Double number ? Table.shown(number) : value.toString();
    }

    /** {@code 5.1 s}, {@code 2 min 05 s} or {@code 3 h 07 min}. */
    public static String duration(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        if (tenths < 600) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return seconds < 3600
                ? seconds / 60 + " min " + twoDigits(seconds % 60) + " s"
                : seconds / 3600 + " h " + twoDigits(seconds / 60 % 60) + " min";
    }

    private static String twoDigits(long n) {
        return n < 10 ? "0" + n : Long.toString(n);
    }

    /** {@code 2026-11-24 10:00:00 UTC}. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The beginning of a text that is longer than so many letters, with an ellipsis; no letter is cut in two. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** {@code 1 variant}, {@code 2 variants}. */
    public static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
