package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
public final class Conditions {

    private static final Duration LIMIT = Duration.ofSeconds(400);
    private static final long PAUSE_NANOS = 5_000_000;

    private Conditions() {}

    /** Returns as soon as the condition holds; fails when it does not for long. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
