package io.flowsweep.scheduler;

import io.flowsweep.deployer.spi.Target;
import java.time.Duration;
import java.time.Instant;

/** Removes once an hour what nobody needs any more of events, and of what has led to runs. Used by one thread. */
final class Housekeeping {

    /** What is younger stays, as long as it is not too much. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Target target;
    private final Delivery delivery;
    private Instant last = Instant.EPOCH;

    Housekeeping(Target target, Delivery delivery) {
        this.target = target;
        this.delivery = delivery;
    }

    void step(Instant now) {
        if (Duration.between(last, now).abs().compareTo(PERIOD) < 0) {
            return;
        }
        last = now;
        delivery.prune(now.minus(KEPT));
        target.forgetTriggers(now.minus(KEPT));
    }
}
