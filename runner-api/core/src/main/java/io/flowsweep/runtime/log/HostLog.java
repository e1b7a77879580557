package io.flowsweep.runtime.log;

import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvents;
import io.flowsweep.store.Store;
import java.util.List;

/** The log of one host: a line an event, nothing after the end and nothing once it is shut. Thread-safe. */
public final class HostLog {

    private final Store store;
    private final String name;
    private HostEnded ended;
    private boolean shut;

    /** @param name of the log in the store */
    public HostLog(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    public synchronized void append(RunEvent event) {
        if (ended == null && !shut) {
            store.append(name, List.of(RunEvents.toLine(event)));
        }
    }

    /** Lets a line that is being written be finished, and writes no other. */
    public synchronized void shut() {
        shut = true;
    }

    public synchronized boolean hasEnded() {
        return ended != null;
    }

    /** Records the end, unless one is on record, and returns the one that counts. */
    public synchronized HostEnded end(HostEnded event) {
        if (ended == null) {
            append(event);
            ended = event;
        }
        return ended;
    }
}
