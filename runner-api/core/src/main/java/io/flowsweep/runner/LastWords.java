package io.flowsweep.runner;

import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvents;
import io.flowsweep.executor.HostExit;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.Optional;

/**
 * What a host put on record of its own end.
 *
 * @param end how it ended; the first counts
 * @param usage what it took itself
 */
record LastWords(Optional<HostEnded> end, Optional<ResourceUsage> usage) {

    /** @param exit how the host ended for its executor, which may know what the host has put on record */
    static LastWords of(HostExit exit, Store store, String run, int host) {
        return exit.said().isPresent() ? new LastWords(exit.said(), Optional.empty()) : read(store, run, host);
    }

    private static LastWords read(Store store, String run, int host) {
        Optional<HostEnded> end = Optional.empty();
        Optional<ResourceUsage> usage = Optional.empty();
        for (String line : store.read(StoreLayout.hostLog(run, host), 0).lines()) {
            if (line.contains("\"HostEnded\"") || line.contains("\"HostUsed\"")) {
                RunEvent event = RunEvents.parse(line).orElse(null);
                if (event instanceof HostEnded found) {
                    end = end.isEmpty() ? Optional.of(found) : end;
                } else if (event instanceof HostUsed used) {
                    usage = Optional.of(used.usage());
                }
            }
        }
        return new LastWords(end, usage);
    }
}
