package io.flowsweep.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times by the clocks where this machine is. */
public final class LocalTimes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private LocalTimes() {}

    /** {@code 2026-03-01 06:00:00}. */
    public static String text(Instant time) {
        return TIME.format(time);
    }
}
