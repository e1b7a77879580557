package io.flowsweep.runtime.loading;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loaders of flows' own classes in a JVM that carries out several runs. A run has one of its own, so that nothing it has set is
 * there in the next; but where no class of the flow can keep anything ({@link FlowStatics}), all runs share one, and what it has
 * loaded, linked and compiled is not done again for each. The class paths used last are remembered. Thread-safe.
 */
public final class FlowLoaders {

    private static final int KEPT = 16;
    private static final String BLOB = "blob:";

    /** A class path that has been asked for; the first run may be the only one, so it finds out nothing. */
    private static final class Known {
        private boolean asked;
        private boolean keeps;
        private FlowClassLoader shared;
    }

    /** By store, class path and loader of libraries: a list, as hashing a record takes a new JVM longer than the rest of its start. */
    private static final Map<List<Object>, Known> KNOWN = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Known> eldest) {
            return size() > KEPT;
        }
    };

    private FlowLoaders() {}

    /**
     * The loader for one more run.
     *
     * @param libraries resolved; those of the plan, or of a step
     */
    public static FlowClassLoader open(FlowPlan plan, Optional<DependencyPlan> libraries, Store store) {
        List<String> classPath = plan.classPath();
        for (String entry : classPath) {
            if (!entry.startsWith(BLOB)) { // its content may change
                return FlowClassLoader.open(classPath, libraries, store);
            }
        }
        List<Object> key = List.of(store.uri(), classPath, LibraryLoaders.of(libraries, store));
        synchronized (KNOWN) {
            Known known = KNOWN.get(key);
            if (known == null) {
                known = new Known();
                KNOWN.put(key, known);
            }
            if (known.shared == null && known.asked && !known.keeps) {
                known.keeps = FlowStatics.mayKeep(classPath, store);
                known.shared = known.keeps ? null : FlowClassLoader.shared(classPath, libraries, store);
            }
            known.asked = true;
            return known.shared == null ? FlowClassLoader.open(classPath, libraries, store) : known.shared;
        }
    }
}
