package io.flowsweep.runtime.log;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.OwnerChanged;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import java.util.List;
import java.util.Optional;

/**
 * The logs of one run, as a host uses them.
 *
 * @param owner the process that answers for the run now
 */
public record RunLogs(Store store, String run, RunRequested request, Owner owner) {

    private static final String ADOPTED = "\"OwnerChanged\"";

    /** @throws StoreException when the run is not on record */
    public static RunLogs open(Store store, String run) {
        List<String> lines = store.read(StoreLayout.runLog(run), 0).lines();
        Optional<RunEvent> first = lines.isEmpty() ? Optional.empty() : RunEvents.parse(lines.get(0));
        if (first.isEmpty()) {
            throw new StoreException("the run " + run + " is not on record in " + store.uri());
        }
        RunRequested request = (RunRequested) first.get();
        return new RunLogs(store, run, request, owner(request, lines));
    }

    private static Owner owner(RunRequested request, List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).contains(ADOPTED)
                    && RunEvents.parse(lines.get(i)).orElse(null) instanceof OwnerChanged changed) {
                return changed.owner();
            }
        }
        return request.owner();
    }

    /** The log of a host by its number. */
    public HostLog hostLog(int host) {
        return new HostLog(store, StoreLayout.hostLog(run, host));
    }

    /** The log of a process that a host started for tasks, by the numbers of both. */
    public HostLog childLog(int host, int child) {
        return new HostLog(store, StoreLayout.childLog(run, host, child));
    }
}
