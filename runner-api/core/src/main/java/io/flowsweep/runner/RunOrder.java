package io.flowsweep.runner;

import io.flowsweep.events.RunSettings;
import io.flowsweep.executor.Executor;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.util.List;

/**
 * One run as it was ordered.
 *
 * @param executor what the conditions mean for this plan
 */
record RunOrder(
        Store store,
        FlowPlan plan,
        List<String> tags,
        RunSettings settings,
        RunConditions conditions,
        Executor executor,
        HostSurroundings surroundings) {

    RunOrder(
            Store store,
            FlowPlan plan,
            List<String> tags,
            RunSettings settings,
            RunConditions conditions,
            HostSurroundings surroundings) {
        this(store, plan, tags, settings, conditions, conditions.executor(plan), surroundings);
    }

    /** The same with surroundings that are ready; of these only what is installed goes on record. */
    RunOrder in(HostSurroundings ready) {
        RunSettings kept = settings.withSurroundings(settings.surroundings().withPython(ready.python()));
        return new RunOrder(store, plan, tags, kept, conditions, executor, ready);
    }
}
