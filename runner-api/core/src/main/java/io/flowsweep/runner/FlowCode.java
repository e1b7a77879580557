package io.flowsweep.runner;

import io.flowsweep.dependencies.DependencyLocks;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.planner.decorator.DeclaredFlow;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The code of a Java flow, from which planners are made; see {@link FlowCodes} for where it comes from. Thread-safe. */
abstract class FlowCode {

    private final String name;
    private final DependencyLocks locks;
    private final Optional<Function<Store, String>> keeping;
    private final KeptCode kept = new KeptCode();

    /** @param keeping puts the code into a store; empty for code that is in a file */
    FlowCode(String name, DependencyLocks locks, Optional<Function<Store, String>> keeping) {
        this.name = name;
        this.locks = locks;
        this.keeping = keeping;
    }

    /** The code, loaded as a run asks for it; once for all that ask alike. */
    abstract LoadedFlow in(SourceRequest request);

    /** What a source declares that asks for libraries; known before it is compiled. */
    Optional<DeclaredFlow> declared(SourceRequest request) {
        return Optional.empty();
    }

    /** What a source asks for, unresolved. */
    List<DependencyPlan> libraries(SourceRequest request) {
        return List.of();
    }

    /** See {@link Preparation#keepCode}. */
    final Optional<String> keep(Store store) {
        return keeping.map(keep -> keep.apply(store));
    }

    /** Keeps what plans of this code refer to. */
    final KeptCode kept() {
        return kept;
    }

    /** Resolves libraries, each set once for all runs of this code. */
    final DependencyLocks locks() {
        return locks;
    }

    @Override
    public final String toString() {
        return name;
    }
}
