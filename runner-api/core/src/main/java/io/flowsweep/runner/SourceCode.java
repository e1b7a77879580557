package io.flowsweep.runner;

import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.dependencies.DependencyLocks;
import io.flowsweep.dependencies.SourceFlow;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.planner.decorator.DeclaredFlow;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Code that has to be compiled: read once for each store and choice of further sources, and compiled once for each set of libraries. */
final class SourceCode extends FlowCode {

    /** Reads the sources. */
    interface Reading {

        /** @param further patterns of files that go with the flow */
        SourceFlow read(Store store, List<String> further);
    }

    private final Reading reading;
    private final Optional<Path> file;
    private final Map<List<Object>, SourceFlow> read = new ConcurrentHashMap<>();
    private final Map<List<Object>, LoadedFlow> loaded = new ConcurrentHashMap<>();

    /** @param file in the folder against which default files are resolved; empty for the working directory */
    SourceCode(
            String name,
            DependencyLocks locks,
            Optional<Function<Store, String>> keeping,
            Optional<Path> file,
            Reading reading) {
        super(name, locks, keeping);
        this.file = file;
        this.reading = reading;
    }

    @Override
    Optional<DeclaredFlow> declared(SourceRequest request) {
        return source(request).declared();
    }

    @Override
    List<DependencyPlan> libraries(SourceRequest request) {
        Path folder = file.map(Path::getParent).orElseGet(() -> Path.of("").toAbsolutePath());
        return source(request).libraries(request.inputs().configs(), folder);
    }

    @Override
    LoadedFlow in(SourceRequest request) {
        List<DependencyPlan> libraries = libraries(request);
        List<Object> key = new ArrayList<>(List.of(request.store().uri(), request.sources(), request.release()));
        libraries.forEach(set -> key.add(set.key()));
        return loaded.computeIfAbsent(key, k -> compiled(libraries, request));
    }

    private SourceFlow source(SourceRequest request) {
        return read.computeIfAbsent(
                List.of(request.store().uri(), request.sources()),
                key -> reading.read(request.store(), request.sources()));
    }

    private LoadedFlow compiled(List<DependencyPlan> libraries, SourceRequest request) {
        Set<LockedJar> jars = new LinkedHashSet<>();
        libraries.forEach(set -> jars.addAll(
                locks().lock(set, request.store(), request.listener()).lock()));
        CompiledFlow compiled =
                source(request).compile(ClassPackage.apiClassPath(), List.copyOf(jars), request.release());
        return LoadedFlow.load(
                compiled,
                List.copyOf(jars),
                request.store(),
                file,
                type -> LoadedFlow.classFiles(request.store(), compiled.jarBlob()));
    }
}
