package io.flowsweep.runner;

import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.dependencies.SourceCompiler;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.plan.FlowPackage;
import io.flowsweep.plan.FlowPlanner;
import io.flowsweep.runtime.FlowClassLoader;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A flow's code, and the planner made from it once for each store. Thread-safe. */
final class FlowCode {

    /**
     * The code, ready for runs in one store.
     *
     * @param classFiles of the flow's own classes
     */
    record Loaded(FlowPlanner planner, List<byte[]> classFiles) {}

    private final String name;
    private final Function<Store, Loaded> origin;
    private final Map<URI, Loaded> loaded = new ConcurrentHashMap<>();

    private FlowCode(String name, Function<Store, Loaded> origin) {
        this.name = name;
        this.origin = origin;
    }

    static FlowCode of(Path source) {
        Path file = source.toAbsolutePath().normalize();
        return new FlowCode(file.toString(), store -> compile(file, store));
    }

    static FlowCode of(Class<? extends FlowSpec> type) {
        return new FlowCode(
                type.getName(),
                store -> new Loaded(FlowPlanner.of(type, ClassPackage.of(type)), ClassPackage.classFiles(type)));
    }

    Loaded in(Store store) {
        return loaded.computeIfAbsent(store.uri(), uri -> origin.apply(store));
    }

    /** The loader stays open as long as the planner lives, which keeps the class. */
    @SuppressWarnings("resource")
    private static Loaded compile(Path file, Store store) {
        CompiledFlow flow = new SourceCompiler(store, ClassPackage.apiClassPath()).compile(file);
        List<String> classPath = List.of("blob:" + flow.jarBlob());
        try {
            Class<?> type = FlowClassLoader.open(classPath, store).loadClass(flow.mainClass());
            FlowPackage code = new FlowPackage(flow.digest(), classPath, Optional.of(file));
            return new Loaded(FlowPlanner.of(type, code), classFiles(store, flow.jarBlob()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> classFiles(Store store, String jar) {
        List<byte[]> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(store.getBlob(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    files.add(zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public String toString() {
        return name;
    }
}
