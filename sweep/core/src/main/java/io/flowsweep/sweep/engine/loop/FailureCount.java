package io.flowsweep.sweep.engine.loop;

import java.util.Optional;

/** How many trials of an engine have failed. Confined to one thread. */
final class FailureCount {

    private final EngineLimits limits;
    private long count;

    FailureCount(EngineLimits limits) {
        this.limits = limits;
    }

    void add() {
        count++;
    }

    /** That there are too many, for people; empty while there are not. */
    Optional<String> tooMany() {
        return limits.failures()
                .filter(most -> most.isExceeded(count, limits.trials().getAsLong()))
                .map(most -> count + " failed, and it puts up with " + most + " (max_failures)");
    }
}
