package io.flowsweep.runtime;

import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;

/** The logs of one run, as a host uses them. */
record RunLogs(Store store, String run, RunRequested request) {

    /** @throws StoreException when the run is not on record */
    static RunLogs open(Store store, String run) {
        RunEvent first = store.read(StoreLayout.runLog(run), 0).lines().stream()
                .findFirst()
                .flatMap(RunEvents::parse)
                .orElseThrow(() -> new StoreException("the run " + run + " is not on record in " + store.uri()));
        return new RunLogs(store, run, (RunRequested) first);
    }

    HostLog hostLog(int host) {
        return new HostLog(store, StoreLayout.hostLog(run, host));
    }

    HostLog childLog(int host, int child) {
        return new HostLog(store, StoreLayout.childLog(run, host, child));
    }
}
