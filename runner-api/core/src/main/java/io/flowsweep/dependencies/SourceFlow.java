package io.flowsweep.dependencies;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.decorator.DeclaredFlow;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;

/**
 * The source of a flow as it was read: what it declares, which libraries it needs, and its classes. Immutable and
 * thread-safe.
 */
public final class SourceFlow {

    private final Sources sources;
    private final Store store;
    private final Optional<DeclaredFlow> declared;

    private SourceFlow(Sources sources, Store store) {
        this.sources = sources;
        this.store = store;
        this.declared = SourceDeclarations.mayAsk(sources) ? declared(sources, store) : Optional.empty();
    }

    /**
     * Reads a {@code .java} file, or all below a folder.
     *
     * @param flow which class is the flow, by its simple or binary name; empty when there is only one
     * @param further patterns of files that are compiled with it; see {@link SourceGlobs}
     * @throws InvalidInputException when there is no such file
     */
    public static SourceFlow read(Path place, Optional<String> flow, List<String> further, Store store) {
        return new SourceFlow(Sources.read(place, flow).with(further), store);
    }

    /** The same of a source that is in no file. */
    public static SourceFlow of(String text, Store store) {
        return new SourceFlow(Sources.of(text), store);
    }

    /** What it declares, when it asks for libraries. */
    public Optional<DeclaredFlow> declared() {
        return declared.filter(DeclaredFlow::hasLibraries);
    }

    /** The sets of libraries that it is compiled with; see {@link DeclaredFlow#libraries}. */
    public List<DependencyPlan> libraries(Map<String, ConfigSource> configs, Path folder) {
        return declared().map(d -> d.libraries(configs, folder)).orElse(List.of());
    }

    /**
     * Compiles it against these libraries, resolved, and what every flow may use.
     *
     * @param release the version of Java that is to carry it out; of a newer one than this it is compiled for this
     */
    public CompiledFlow compile(List<Path> api, List<LockedJar> libraries, int release) {
        Set<Path> classPath = new LinkedHashSet<>();
        libraries.forEach(jar -> classPath.add(place(jar)));
        classPath.addAll(api);
        return new SourceCompiler(store, new ArrayList<>(classPath), release).compile(sources);
    }

    private Path place(LockedJar jar) {
        String location = jar.location();
        return location.startsWith("blob:")
                ? store.localBlob(location.substring("blob:".length())).orElseThrow()
                : Path.of(URI.create(location));
    }

    /** Parsed once for each content. */
    private static Optional<DeclaredFlow> declared(Sources sources, Store store) {
        String mark = StoreLayout.compiled(new Sha256()
                .add("declared 1")
                .add(sources.digest())
                .add(sources.flow().orElse(""))
                .hex());
        Optional<DeclaredFlow> known = store.get(mark).flatMap(SourceFlow::parsed);
        if (known.isPresent() || ToolProvider.getSystemJavaCompiler() == null) {
            return known;
        }
        Optional<DeclaredFlow> read = SourceDeclarations.read(sources, ToolProvider.getSystemJavaCompiler());
        read.ifPresent(flow -> store.createExclusive(
                mark, Json.write(ValueCodec.encode(DeclaredFlow.class, flow)).getBytes(StandardCharsets.UTF_8)));
        return read;
    }

    private static Optional<DeclaredFlow> parsed(byte[] json) {
        try {
            return Optional.of(
                    ValueCodec.decode(DeclaredFlow.class, Json.parse(new String(json, StandardCharsets.UTF_8))));
        } catch (CodecException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
