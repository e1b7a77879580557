package io.flowsweep.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Moments as {@link Instant} writes and reads them, {@code 2026-11-24T10:00:00.250Z}, without the formatter of the JDK: the
 * first use of that takes a new JVM 5 ms.
 */
final class Instants {

    /** Up to the seconds: {@code 2026-11-24T10:00:00}. */
    private static final int WHOLE = 19;

    private static final String NANOS = "000000000";

    private Instants() {}

    /** Exactly as {@link Instant#toString}. */
    static String write(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        String text = time.toString();
        boolean withSeconds = time.getSecond() != 0 || time.getNano() != 0;
        return text + (withSeconds ? "Z" : ":00Z");
    }

    /** Exactly as {@link Instant#parse}, which reads what is in another form than the usual. */
    static Instant read(String text) {
        int end = text.length() - 1;
        if (isUsual(text, end)) {
            try {
                return usual(text, end);
            } catch (DateTimeException e) { // hour 24 and second 60 are for the JDK to judge
                return Instant.parse(text);
            }
        }
        return Instant.parse(text);
    }

    private static boolean isUsual(String text, int end) {
        if (end < WHOLE || end > WHOLE + 1 + NANOS.length() || end == WHOLE + 1 || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < WHOLE ? "0000-00-00T00:00:00".charAt(i) : i == WHOLE ? '.' : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text, int end) {
        String fraction = end == WHOLE ? "" : text.substring(WHOLE + 1, end);
        int nanos = Integer.parseInt(fraction + NANOS.substring(fraction.length()));
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
