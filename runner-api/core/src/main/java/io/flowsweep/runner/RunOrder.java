package io.flowsweep.runner;

import io.flowsweep.events.RunSettings;
import io.flowsweep.executor.Executor;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run as it was ordered. */
record RunOrder(
        Store store,
        FlowPlan plan,
        List<String> tags,
        RunSettings settings,
        Executor executor,
        Optional<Duration> timeout,
        boolean exclusive,
        boolean oversubscribe,
        HostSurroundings surroundings) {

    /** The same with surroundings that are ready; of these only what is installed goes on record. */
    RunOrder in(HostSurroundings ready) {
        RunSettings kept = settings.withSurroundings(settings.surroundings().withPython(ready.python()));
        return new RunOrder(store, plan, tags, kept, executor, timeout, exclusive, oversubscribe, ready);
    }
}
