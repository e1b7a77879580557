package io.flowsweep.runner;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * For which run a flow's code is asked.
 *
 * @param configs given to the run, by name: libraries may depend on them
 * @param sources patterns of files that are compiled with the flow
 * @param listener is told what is resolved and fetched
 * @param release the version of Java for which sources are compiled, at most this program's own
 */
record CodeRequest(
        Store store,
        Map<String, ConfigSource> configs,
        List<String> sources,
        Consumer<DependencyEvent> listener,
        int release) {

    CodeRequest with(Map<String, ConfigSource> others) {
        return new CodeRequest(store, others, sources, listener, release);
    }
}
