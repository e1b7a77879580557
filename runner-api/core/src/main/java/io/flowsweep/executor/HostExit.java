package io.flowsweep.executor;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent.HostEnded;
import java.util.Optional;

/**
 * How a host ended, as its executor saw it. What the host itself put on record comes first.
 *
 * @param said what the host put on record of its end, when the executor knows it and the host has put no usage on record
 * @param failure why it ended, when it did not end by itself in good order
 * @param usage what it took, with all it started, when the executor can see that
 */
public record HostExit(Optional<HostEnded> said, Optional<Failure> failure, Optional<ResourceUsage> usage) {

    public static HostExit orderly() {
        return new HostExit(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of a host in this process, which has put this on record and no usage of its own. */
    public static HostExit orderly(HostEnded said) {
        return new HostExit(Optional.of(said), Optional.empty(), Optional.empty());
    }

    public static HostExit failed(String kind, String message) {
        return failed(Failure.of(kind, message));
    }

    public static HostExit failed(Failure failure) {
        return new HostExit(Optional.empty(), Optional.of(failure), Optional.empty());
    }

    /** The same with what the host took. */
    public HostExit withUsage(Optional<ResourceUsage> seen) {
        return new HostExit(said, failure, seen);
    }
}
