package io.flowsweep.codec;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations as people write them: {@code 250ms}, {@code 90s}, {@code 5m}, {@code 1.5h}, {@code 2d}, or ISO-8601 {@code PT5M}. */
public final class Durations {

    /** In the plan of every step; the JDK's pattern for the others takes a new JVM some milliseconds. */
    private static final String NONE = "PT0S";

    private Durations() {}

    /**
     * Reads a duration. Units: {@code ms s m h d} and their words ({@code seconds}); a bare number is seconds.
     *
     * @throws CodecException when the text is no duration
     */
    public static Duration parse(String text) {
        String trimmed = text.trim();
        if (trimmed.startsWith("P") || trimmed.startsWith("-P")) {
            try {
                return trimmed.equals(NONE) ? Duration.ZERO : Duration.parse(trimmed);
            } catch (DateTimeParseException e) {
                throw noDuration(text);
            }
        }
        int end = 0;
        while (end < trimmed.length()
                && (Character.isDigit(trimmed.charAt(end)) || "+-.".indexOf(trimmed.charAt(end)) >= 0)) {
            end++;
        }
        double amount;
        try {
            amount = Double.parseDouble(trimmed.substring(0, end));
        } catch (NumberFormatException e) {
            throw noDuration(text);
        }
        double millis = amount * unitMillis(trimmed.substring(end).trim().toLowerCase(Locale.ROOT), text);
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    private static double unitMillis(String unit, String text) {
        return switch (unit) {
            case "ms", "milli", "millis", "millisecond", "milliseconds" -> 1;
            case "", "s", "sec", "second", "seconds" -> 1_000;
            case "m", "min", "minute", "minutes" -> 60_000;
            case "h", "hour", "hours" -> 3_600_000;
            case "d", "day", "days" -> 86_400_000;
            default -> throw noDuration(text);
        };
    }

    private static CodecException noDuration(String text) {
        return new CodecException("expected a duration such as 90s, 5m or 1h, got \"" + text + "\"");
    }
}
