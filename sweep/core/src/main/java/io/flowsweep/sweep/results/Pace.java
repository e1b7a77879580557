package io.flowsweep.sweep.results;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast the newest driver of a sweep gets on.
 *
 * @param began when it began
 * @param ends how many runs it has brought to an end, in whatever way
 * @param lastEnd when it did the last of these; {@code began} while there is none
 */
public record Pace(Instant began, long ends, Instant lastEnd) {

    /** Of a driver that begins. */
    static Pace from(Instant began) {
        return new Pace(began, 0, began);
    }

    /** With one more run that has come to its end. */
    Pace withEnd(Instant at) {
        return new Pace(began, ends + 1, at);
    }

    /**
     * How long more runs will take, each as long as those before. It is told by the ends of runs and counted down between them, so that
     * it does not grow while nothing ends. Empty before the first end, and when the next one is overdue.
     *
     * @param left how many more
     */
    Optional<Duration> remaining(long left, Instant now) {
        if (ends == 0 || left <= 0) {
            return Optional.empty();
        }
        double millis = (double) Duration.between(began, lastEnd).toMillis() / ends * left;
        Duration rest = Duration.ofMillis((long) millis).minus(Duration.between(lastEnd, now));
        return Optional.of(rest).filter(duration -> !duration.isNegative() && !duration.isZero());
    }
}
