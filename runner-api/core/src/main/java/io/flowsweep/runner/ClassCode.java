package io.flowsweep.runner;

import io.flowsweep.dependencies.DependencyLocks;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Code that is compiled already: loaded once for each store. */
final class ClassCode extends FlowCode {

    private final Function<Store, LoadedFlow> load;
    private final Map<URI, LoadedFlow> loaded = new ConcurrentHashMap<>();

    ClassCode(
            String name,
            DependencyLocks locks,
            Optional<Function<Store, String>> keeping,
            Function<Store, LoadedFlow> load) {
        super(name, locks, keeping);
        this.load = load;
    }

    @Override
    LoadedFlow in(SourceRequest request) {
        return loaded.computeIfAbsent(request.store().uri(), uri -> load.apply(request.store()));
    }
}
