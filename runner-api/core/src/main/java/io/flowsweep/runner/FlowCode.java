package io.flowsweep.runner;

import io.flowsweep.dependencies.ClassesInMemory;
import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.dependencies.CompiledPlace;
import io.flowsweep.dependencies.SourceCompiler;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.plan.FlowPackage;
import io.flowsweep.plan.FlowPlanner;
import io.flowsweep.runtime.FlowClassLoader;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
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
     * @param exits where the flow's own classes end the JVM
     */
    record Loaded(FlowPlanner planner, List<Problem> exits) {

        static Loaded of(FlowPlanner planner, List<byte[]> classFiles) {
            return new Loaded(planner, ExitCheck.exits(classFiles));
        }
    }

    private final String name;
    private final Function<Store, Loaded> origin;
    private final Map<URI, Loaded> loaded = new ConcurrentHashMap<>();

    private FlowCode(String name, Function<Store, Loaded> origin) {
        this.name = name;
        this.origin = origin;
    }

    /** A {@code .java} file, a folder, or {@code jar!class} and {@code folder!class}. */
    static FlowCode of(Path source) {
        String text = source.toAbsolutePath().normalize().toString();
        int mark = text.lastIndexOf('!');
        Path place = mark < 0 ? Path.of(text) : Path.of(text.substring(0, mark));
        return mark < 0 ? of(place, Optional.empty()) : of(place, Optional.of(text.substring(mark + 1)));
    }

    private static FlowCode of(Path place, Optional<String> flow) {
        return new FlowCode(place + flow.map("!"::concat).orElse(""), store -> {
            if (flow.isPresent() && CompiledPlace.holdsClasses(place)) {
                CompiledFlow compiled = CompiledPlace.keep(place, flow.get(), store);
                return load(compiled, store, place, ClassPackage::classFiles); // the others may be libraries
            }
            if (place.toString().endsWith(".jar")) {
                throw new InvalidInputException(
                        "a jar may hold many classes", place.toString(), "Say which is the flow: " + place + "!CLASS");
            }
            SourceCompiler compiler = new SourceCompiler(store, ClassPackage.apiClassPath());
            CompiledFlow compiled =
                    flow.map(name -> compiler.compile(place, name)).orElseGet(() -> compiler.compile(place));
            return load(
                    compiled,
                    store,
                    Files.isDirectory(place) ? place.resolve("Flow.java") : place,
                    all(compiled, store));
        });
    }

    static FlowCode ofSource(String text) {
        return new FlowCode("source text", store -> {
            CompiledFlow compiled = new SourceCompiler(store, ClassPackage.apiClassPath()).compile(text);
            return load(compiled, store, null, all(compiled, store));
        });
    }

    /** Code that is in the store already. */
    static FlowCode of(CompiledFlow flow, Path source) {
        return new FlowCode(source.toString(), store -> load(flow, store, source, all(flow, store)));
    }

    static FlowCode of(Class<? extends FlowSpec> type) {
        return new FlowCode(type.getName(), store -> {
            if (ClassPackage.isInMemory(type)) {
                CompiledFlow flow = ClassesInMemory.keep(type, store);
                FlowPackage code = ClassPackage.of(flow);
                return Loaded.of(FlowPlanner.of(type, code), classFiles(store, flow.jarBlob()));
            }
            return Loaded.of(FlowPlanner.of(type, ClassPackage.of(type)), ClassPackage.classFiles(type));
        });
    }

    Loaded in(Store store) {
        return loaded.computeIfAbsent(store.uri(), uri -> origin.apply(store));
    }

    /**
     * The loader stays open as long as the planner lives, which keeps the class.
     *
     * @param file in the folder against which default files are resolved; null for the working directory
     * @param own the class files of the flow's own classes
     */
    @SuppressWarnings("resource")
    private static Loaded load(CompiledFlow flow, Store store, Path file, Function<Class<?>, List<byte[]>> own) {
        List<String> classPath = List.of("blob:" + flow.jarBlob());
        try {
            Class<?> type = FlowClassLoader.open(classPath, store).loadClass(flow.mainClass());
            FlowPackage code = new FlowPackage(flow.digest(), classPath, Optional.ofNullable(file));
            return Loaded.of(FlowPlanner.of(type, code), own.apply(type));
        } catch (ClassNotFoundException e) {
            throw new InvalidInputException(
                    "there is no class " + flow.mainClass(),
                    String.valueOf(file),
                    "Write the flow's full name, with its package, and $ before a nested class.");
        }
    }

    private static Function<Class<?>, List<byte[]>> all(CompiledFlow flow, Store store) {
        return type -> classFiles(store, flow.jarBlob());
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
