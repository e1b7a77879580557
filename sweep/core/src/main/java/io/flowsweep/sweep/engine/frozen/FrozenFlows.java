package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is to be kept of the flows of a sweep. Confined to one thread. */
public final class FrozenFlows {

    private final Map<String, String> digests = new TreeMap<>();
    private final Map<String, Map<String, ConfigPlan>> defaults = new TreeMap<>();
    private final Map<String, Runner> runners = new TreeMap<>();
    private final Set<Path> files = new TreeSet<>();
    private final Map<String, String> packages = new TreeMap<>();

    /**
     * Adds a flow, unless it is known.
     *
     * @param flow absolute
     * @param runner of a variant that runs it
     * @param configs those that the sweep does not give, by name
     */
    public void add(Path flow, FlowPlan plan, Runner runner, Map<String, ConfigPlan> configs) {
        if (digests.putIfAbsent(flow.toString(), plan.digest()) == null) {
            runners.put(flow.toString(), runner);
            if (!configs.isEmpty()) {
                defaults.put(flow.toString(), configs);
            }
        }
    }

    /** Keeps the code of a flow that is not its file alone, and returns the address of the blob. */
    Optional<String> keepCode(Path flow, Store store) {
        return runners.get(flow.toString()).preparation().keepCode(store);
    }

    /** Adds files that go with the flows; one that is not there fails its variants only. */
    public void addFiles(Collection<Path> further) {
        further.stream().filter(Files::isRegularFile).forEach(files::add);
    }

    /** Adds local packages for Python, with the digests of their content. */
    public void addPackages(Map<String, String> further) {
        packages.putAll(further);
    }

    /** What was added of packages for Python. */
    Map<String, String> packages() {
        return packages;
    }

    /** Flow, absolute, to the digest of its code. */
    Map<String, String> digests() {
        return digests;
    }

    /** Flow, absolute, to its configs that the sweep does not give, by name; flows that have none are not there. */
    Map<String, Map<String, ConfigPlan>> defaults() {
        return defaults;
    }

    /** What is compiled with the flows, and their local jars. */
    Set<Path> files() {
        return files;
    }
}
