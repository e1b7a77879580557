package io.flowsweep.sweep.results;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * When results that go on changing are written: first after 5 seconds, then at most every 2 seconds and for at most a fortieth of the
 * time. There is one turn at a time; what changes during one is for the next. Times are those of {@link System#nanoTime}. Confined to
 * one thread.
 */
final class WritingTurns {

    /** Who has its results that soon has no use for those on the way, and the first drawing of a JVM takes half a second. */
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How many times as long as a turn took, the next one is waited for. */
    private static final int REST = 39;

    private long next;
    private long begun;
    private boolean taken;
    private boolean stale;

    WritingTurns(long now) {
        this.next = now + FIRST_NANOS;
    }

    /** Something has changed: in how many nanoseconds a turn is to begin; empty when there is one that will see to it. */
    OptionalLong changed(long now) {
        stale = true;
        return plan(now);
    }

    /** A turn begins, which writes everything as it is now. */
    void begin(long now) {
        begun = now;
        stale = false;
    }

    /** A turn has ended: in how many nanoseconds another is to begin; empty when nothing has changed meanwhile. */
    OptionalLong end(long now) {
        next = now + Math.max(PAUSE_NANOS, REST * (now - begun));
        taken = false;
        return stale ? plan(now) : OptionalLong.empty();
    }

    private OptionalLong plan(long now) {
        if (taken) {
            return OptionalLong.empty();
        }
        taken = true;
        return OptionalLong.of(Math.max(0, next - now));
    }
}
