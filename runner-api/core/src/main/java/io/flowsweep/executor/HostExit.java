package io.flowsweep.executor;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import java.util.List;
import java.util.Optional;

/**
 * How a host ended, as its executor saw it. What the host itself put on record comes first.
 *
 * @param events all that the host has put on record, when the executor has it at hand, so that nobody need read it again
 * @param failure why it ended, when it did not end by itself in good order
 * @param usage what it took, with all it started, when the executor can see that
 */
public record HostExit(Optional<List<RunEvent>> events, Optional<Failure> failure, Optional<ResourceUsage> usage) {

    public static HostExit orderly() {
        return new HostExit(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same of a host whose record is at hand, as far as it is. */
    public static HostExit orderly(Optional<List<RunEvent>> events) {
        return new HostExit(events, Optional.empty(), Optional.empty());
    }

    public static HostExit failed(String kind, String message) {
        return failed(Failure.of(kind, message));
    }

    public static HostExit failed(Failure failure) {
        return new HostExit(Optional.empty(), Optional.of(failure), Optional.empty());
    }

    /** The same with what the host took. */
    public HostExit withUsage(Optional<ResourceUsage> seen) {
        return new HostExit(events, failure, seen);
    }
}
