package io.flowsweep.runtime;

import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;

/** Says whether tasks of a run may be begun: not while the run is suspended, which is a mark in the store. */
final class Gate {

    private final Store store;
    private final String mark;

    Gate(RunLogs logs) {
        this.store = logs.store();
        this.mark = StoreLayout.suspended(logs.run());
    }

    boolean isClosed() {
        return store.get(mark).isPresent();
    }
}
