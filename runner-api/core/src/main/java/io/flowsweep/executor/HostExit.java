package io.flowsweep.executor;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import java.util.Optional;

/**
 * How a host ended, as its executor saw it. What the host itself put on record comes first.
 *
 * @param failure why it ended, when it did not end by itself in good order
 * @param usage what it took, with all it started, when the executor can see that
 */
public record HostExit(Optional<Failure> failure, Optional<ResourceUsage> usage) {

    public static HostExit orderly() {
        return new HostExit(Optional.empty(), Optional.empty());
    }

    public static HostExit failed(String kind, String message) {
        return failed(Failure.of(kind, message));
    }

    public static HostExit failed(Failure failure) {
        return new HostExit(Optional.of(failure), Optional.empty());
    }

    /** The same with what the host took. */
    public HostExit withUsage(Optional<ResourceUsage> seen) {
        return new HostExit(failure, seen);
    }
}
