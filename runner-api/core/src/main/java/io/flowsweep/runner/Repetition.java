package io.flowsweep.runner;

import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvents;
import io.flowsweep.store.StoreLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether what a lost host was doing may be done again. */
final class Repetition {

    private Repetition() {}

    /** True when something was under way in the host, and every task of it may be repeated once more. */
    static boolean allowed(RunOrder order, String folder, int host) {
        Map<String, TaskStarted> underWay = new LinkedHashMap<>();
        for (String line :
                order.store().read(StoreLayout.hostLog(folder, host), 0).lines()) {
            RunEvent event = RunEvents.parse(line).orElse(null);
            if (event instanceof TaskStarted started) {
                underWay.put(started.task(), started);
            } else if (event instanceof TaskSucceeded done) {
                underWay.remove(done.task());
            } else if (event instanceof TaskFailed done) {
                underWay.remove(done.task());
            }
        }
        return !underWay.isEmpty()
                && underWay.values().stream()
                        .allMatch(t -> t.attempt()
                                < order.plan().step(t.step()).rules().retries());
    }
}
