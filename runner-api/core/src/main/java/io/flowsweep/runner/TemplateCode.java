package io.flowsweep.runner;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.runtime.loading.FlowClassLoader;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The class of a flow that is known by its plan alone; of those used last some are kept. */
final class TemplateCode {

    private static final int MOST_KEPT = 64;

    private record Key(URI store, List<String> classPath, String type, Set<LockedJar> libraries) {}

    private static final Map<Key, TemplateCode> KEPT = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TemplateCode> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private final FlowPlanner planner;

    private TemplateCode(FlowPlanner planner) {
        this.planner = planner;
    }

    static TemplateCode of(FlowPlan plan, Store store) {
        Key key = new Key(store.uri(), plan.classPath(), plan.flowClass(), libraries(plan));
        synchronized (KEPT) {
            return KEPT.computeIfAbsent(key, k -> load(plan, k, store));
        }
    }

    /** See {@link RunTemplate#bind}. */
    Map<String, Object> bind(FlowPlan plan, Map<String, ?> parameters, Store store) {
        Map<String, Object> values = planner.bind(plan, parameters);
        FlowPlan captured = FileParameters.captured(plan.withParameterValues(values), store::putBlob);
        Map<String, Object> kept = new LinkedHashMap<>();
        captured.parameters().stream()
                .filter(p -> values.containsKey(p.name()))
                .forEach(p -> kept.put(p.name(), p.value().orElse(null)));
        return kept;
    }

    /** All that the flow's fields and methods may name. */
    private static Set<LockedJar> libraries(FlowPlan plan) {
        Set<LockedJar> jars = new LinkedHashSet<>();
        plan.dependencies().ifPresent(set -> jars.addAll(set.lock()));
        for (StepPlan step : plan.steps()) {
            step.rules().dependencies().ifPresent(set -> jars.addAll(set.lock()));
        }
        return jars;
    }

    /** The loader stays open as long as the planner lives, which keeps the class. */
    @SuppressWarnings("resource")
    private static TemplateCode load(FlowPlan plan, Key key, Store store) {
        Optional<DependencyPlan> libraries = Optional.of(DependencyPlan.NONE.withLock(List.copyOf(key.libraries())));
        try {
            Class<?> type =
                    FlowClassLoader.open(plan.classPath(), libraries, store).loadClass(plan.flowClass());
            return new TemplateCode(
                    FlowPlanner.of(type, new FlowPackage(plan.digest(), plan.classPath(), Optional.empty())));
        } catch (ClassNotFoundException e) {
            throw new StoreException("the code of " + plan.flow() + " lacks the class " + plan.flowClass(), e);
        }
    }
}
