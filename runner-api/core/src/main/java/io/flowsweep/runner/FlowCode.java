package io.flowsweep.runner;

import io.flowsweep.dependencies.ClassesInMemory;
import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.dependencies.CompiledPlace;
import io.flowsweep.dependencies.DependencyLocks;
import io.flowsweep.dependencies.SourceFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.planner.decorator.DeclaredFlow;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A flow's code, and the planners made from it: one for each store, selection of sources and set of libraries. Thread-safe.
 */
final class FlowCode {

    private final String name;
    private final Function<Store, LoadedFlow> classes;
    private final BiFunction<Store, List<String>, SourceFlow> sources;
    private final Path file;
    private final DependencyLocks locks;
    private final KeptCode kept = new KeptCode();

    /** Puts the code of a flow that is in no file into a store; null for one that is. */
    private final Function<Store, String> keeping;

    private final Map<List<Object>, SourceFlow> read = new ConcurrentHashMap<>();
    private final Map<List<Object>, LoadedFlow> loaded = new ConcurrentHashMap<>();

    private FlowCode(
            String name,
            Function<Store, LoadedFlow> classes,
            BiFunction<Store, List<String>, SourceFlow> sources,
            Path file,
            DependencyLocks locks,
            Function<Store, String> keeping) {
        this.name = name;
        this.keeping = keeping;
        this.classes = classes;
        this.sources = sources;
        this.file = file;
        this.locks = locks;
    }

    /** A flow that is compiled already. */
    private static FlowCode ofClasses(String name, Function<Store, LoadedFlow> classes, DependencyLocks locks) {
        return new FlowCode(name, classes, null, null, locks, null);
    }

    /** @param file in the folder against which default files are resolved; null for the working directory */
    private static FlowCode ofSources(
            String name, BiFunction<Store, List<String>, SourceFlow> sources, Path file, DependencyLocks locks) {
        return new FlowCode(name, null, sources, file, locks, null);
    }

    /** A {@code .java} file, a folder, or {@code jar!class} and {@code folder!class}. */
    static FlowCode of(Path source) {
        return at(source, Optional.empty(), new DependencyLocks());
    }

    /**
     * The same of a copy of a source; files that it names are searched beside the original.
     *
     * @param copies file, absolute, to the copy of it that counts
     */
    static FlowCode ofCopy(Path copy, Path original, Map<Path, Path> copies) {
        return at(copy, Optional.of(original), new DependencyLocks(copies));
    }

    private static FlowCode at(Path source, Optional<Path> original, DependencyLocks locks) {
        String text = source.toAbsolutePath().normalize().toString();
        int mark = text.lastIndexOf('!');
        Path place = mark < 0 ? Path.of(text) : Path.of(text.substring(0, mark));
        return of(
                place,
                mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1)),
                original.orElse(place),
                locks);
    }

    private static FlowCode of(Path place, Optional<String> flow, Path original, DependencyLocks locks) {
        String name = place + flow.map("!"::concat).orElse("");
        if (flow.isPresent() && CompiledPlace.holdsClasses(place)) {
            return ofClasses(
                    name,
                    store -> {
                        CompiledFlow compiled = CompiledPlace.keep(place, flow.get(), store);
                        return LoadedFlow.load(
                                compiled,
                                List.of(),
                                store,
                                original,
                                ClassPackage::classFiles); // the others may be libraries
                    },
                    locks);
        }
        return ofSources(
                name,
                (store, further) -> {
                    if (place.toString().endsWith(".jar")) {
                        throw new InvalidInputException(
                                "a jar may hold many classes",
                                place.toString(),
                                "Say which is the flow: " + place + "!CLASS");
                    }
                    return SourceFlow.read(place, flow, further, store);
                },
                Files.isDirectory(place) ? original.resolve("Flow.java") : original,
                locks);
    }

    static FlowCode ofSource(String text) {
        return new FlowCode(
                "source text",
                null,
                (store, further) -> SourceFlow.of(text, store),
                null,
                new DependencyLocks(),
                store -> store.putBlob(text.getBytes(StandardCharsets.UTF_8)));
    }

    static FlowCode of(Class<? extends FlowSpec> type) {
        return new FlowCode(
                type.getName(),
                store -> {
                    if (ClassPackage.isInMemory(type)) {
                        CompiledFlow flow = ClassesInMemory.keep(type, store);
                        FlowPackage code = ClassPackage.of(flow);
                        return LoadedFlow.of(FlowPlanner.of(type, code), LoadedFlow.classFiles(store, flow.jarBlob()));
                    }
                    return LoadedFlow.of(FlowPlanner.of(type, ClassPackage.of(type)), ClassPackage.classFiles(type));
                },
                null,
                null,
                new DependencyLocks(),
                store -> ClassPackage.keep(type, store).jarBlob());
    }

    /** See {@link Runner#keepCode}. */
    Optional<String> keep(Store store) {
        return Optional.ofNullable(keeping).map(keep -> keep.apply(store));
    }

    /** Keeps what plans of this code refer to. */
    KeptCode kept() {
        return kept;
    }

    /** Resolves libraries, each set once for all runs of this code. */
    DependencyLocks locks() {
        return locks;
    }

    /** What a source declares that asks for libraries; known before it is compiled. */
    Optional<DeclaredFlow> declared(SourceRequest request) {
        return sources == null ? Optional.empty() : source(request).declared();
    }

    /** What a source asks for, unresolved. */
    List<DependencyPlan> libraries(SourceRequest request) {
        return sources == null ? List.of() : libraries(source(request), request);
    }

    /** The code, compiled and loaded as a run asks for it; once for all that ask alike. */
    LoadedFlow in(SourceRequest request) {
        Store store = request.store();
        if (sources == null) {
            return loaded.computeIfAbsent(List.of(store.uri()), key -> classes.apply(store));
        }
        SourceFlow source = source(request);
        List<DependencyPlan> libraries = libraries(source, request);
        List<Object> key = new ArrayList<>(List.of(store.uri(), request.sources(), request.release()));
        libraries.forEach(set -> key.add(set.key()));
        return loaded.computeIfAbsent(key, k -> compiled(source, libraries, request));
    }

    private List<DependencyPlan> libraries(SourceFlow source, SourceRequest request) {
        Path folder = file == null ? Path.of("").toAbsolutePath() : file.getParent();
        return source.libraries(request.inputs().configs(), folder);
    }

    private SourceFlow source(SourceRequest request) {
        return read.computeIfAbsent(
                List.of(request.store().uri(), request.sources()),
                key -> sources.apply(request.store(), request.sources()));
    }

    private LoadedFlow compiled(SourceFlow source, List<DependencyPlan> libraries, SourceRequest request) {
        Set<LockedJar> jars = new LinkedHashSet<>();
        libraries.forEach(set ->
                jars.addAll(locks.lock(set, request.store(), request.listener()).lock()));
        CompiledFlow compiled = source.compile(ClassPackage.apiClassPath(), List.copyOf(jars), request.release());
        return LoadedFlow.load(
                compiled,
                List.copyOf(jars),
                request.store(),
                file,
                type -> LoadedFlow.classFiles(request.store(), compiled.jarBlob()));
    }

    @Override
    public String toString() {
        return name;
    }
}
