package io.flowsweep.sweep.engine;

import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.FlowPlan.ConfigPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is to be kept of the flows of a sweep. Confined to one thread. */
final class FrozenFlows {

    private final Map<String, String> digests = new TreeMap<>();
    private final Map<String, Map<String, ConfigPlan>> defaults = new TreeMap<>();
    private final Set<Path> sources = new TreeSet<>();

    /**
     * Adds a flow, unless it is known.
     *
     * @param flow absolute
     * @param configs those that the sweep does not give, by name
     */
    void add(Path flow, FlowPlan plan, Map<String, ConfigPlan> configs) {
        if (digests.putIfAbsent(flow.toString(), plan.digest()) == null && !configs.isEmpty()) {
            defaults.put(flow.toString(), configs);
        }
    }

    /** Adds files that are compiled with a flow. */
    void addSources(Iterable<Path> files) {
        files.forEach(sources::add);
    }

    /** Flow, absolute, to the digest of its code. */
    Map<String, String> digests() {
        return digests;
    }

    /** Flow, absolute, to its configs that the sweep does not give, by name; flows that have none are not there. */
    Map<String, Map<String, ConfigPlan>> defaults() {
        return defaults;
    }

    /** The files that are compiled with the flows. */
    Set<Path> sources() {
        return sources;
    }
}
