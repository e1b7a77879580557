package io.flowsweep.executor;

import io.flowsweep.events.Failure;
import java.util.Optional;

/**
 * How a host ended, as its executor saw it. What the host itself put on record comes first.
 *
 * @param failure why it ended, when it did not end by itself in good order
 */
public record HostExit(Optional<Failure> failure) {

    public static HostExit orderly() {
        return new HostExit(Optional.empty());
    }

    public static HostExit failed(String kind, String message) {
        return new HostExit(Optional.of(Failure.of(kind, message)));
    }
}
