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
        HostSurroundings surroundings) {}
