package io.flowsweep.runtime.time;

import io.flowsweep.events.Failure;
import java.time.Duration;

/** How a timeout is counted and told, the same by host and owner. */
public final class Timeouts {

    /** No clock overflows on it. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Timeouts() {}

    /** In milliseconds, rounded up; what is longer than 100 years is 100 years. */
    public static long millis(Duration timeout) {
        return timeout.compareTo(LONGEST) > 0
                ? LONGEST.toMillis()
                : timeout.plusNanos(999_999).toMillis();
    }

    /** Of a whole run. */
    public static Failure failure(long millis) {
        return Failure.of(Failure.TIMEOUT, "the run took longer than " + text(millis));
    }

    /** Of one attempt at a task. */
    public static Failure task(String step, long millis) {
        return Failure.of(Failure.TIMEOUT, "the step " + step + " took longer than " + text(millis));
    }

    private static String text(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
