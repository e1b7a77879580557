package io.flowsweep.executor;

import java.util.concurrent.CompletableFuture;

/** A host under way, or ended. Thread-safe. */
public interface HostHandle {

    /** The key of its spec. */
    String key();

    /**
     * Completes, always normally, when nothing of the host is left running; without {@link Capability#HARD_KILL}, at the
     * latest a few seconds after it was told to end.
     */
    CompletableFuture<HostExit> exit();

    /** Ends the host with all it started; {@link #exit()} completes afterwards. Does nothing when it has ended. */
    void terminate();
}
