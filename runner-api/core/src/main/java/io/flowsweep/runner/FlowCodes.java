package io.flowsweep.runner;

import io.flowsweep.dependencies.ClassesInMemory;
import io.flowsweep.dependencies.CompiledFlow;
import io.flowsweep.dependencies.CompiledPlace;
import io.flowsweep.dependencies.DependencyLocks;
import io.flowsweep.dependencies.SourceFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the code of a Java flow may be: in a file or a folder, in a text, or in a class of this program. */
final class FlowCodes {

    private FlowCodes() {}

    /** A {@code .java} file, a folder, or {@code jar!class} and {@code folder!class}. */
    static FlowCode at(Path source) {
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
        Optional<String> flow = mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
        return flow.isPresent() && CompiledPlace.holdsClasses(place)
                ? ofClasses(place, flow.get(), original.orElse(place), locks)
                : ofSources(place, flow, original.orElse(place), locks);
    }

    private static FlowCode ofClasses(Path place, String flow, Path original, DependencyLocks locks) {
        return new ClassCode(place + "!" + flow, locks, Optional.empty(), store -> {
            CompiledFlow compiled = CompiledPlace.keep(place, flow, store);
            // of the classes beside its own some may be libraries
            return LoadedFlow.load(compiled, List.of(), store, Optional.of(original), ClassPackage::classFiles);
        });
    }

    private static FlowCode ofSources(Path place, Optional<String> flow, Path original, DependencyLocks locks) {
        return new SourceCode(
                place + flow.map("!"::concat).orElse(""),
                locks,
                Optional.empty(),
                Optional.of(Files.isDirectory(place) ? original.resolve("Flow.java") : original),
                (store, further) -> {
                    refuseJar(place);
                    return SourceFlow.read(place, flow, further, store);
                });
    }

    private static void refuseJar(Path place) {
        if (place.toString().endsWith(".jar")) {
            throw new InvalidInputException(
                    "a jar may hold many classes", place.toString(), "Say which is the flow: " + place + "!CLASS");
        }
    }

    static FlowCode ofText(String source) {
        return new SourceCode(
                "source text",
                new DependencyLocks(),
                Optional.of(store -> store.putBlob(source.getBytes(StandardCharsets.UTF_8))),
                Optional.empty(),
                (store, further) -> SourceFlow.of(source, store));
    }

    static FlowCode of(Class<? extends FlowSpec> type) {
        return new ClassCode(
                type.getName(),
                new DependencyLocks(),
                Optional.of(store -> ClassPackage.keep(type, store).jarBlob()),
                store -> loaded(type, store));
    }

    private static LoadedFlow loaded(Class<? extends FlowSpec> type, Store store) {
        if (!ClassPackage.isInMemory(type)) {
            return LoadedFlow.of(FlowPlanner.of(type, ClassPackage.of(type)), ClassPackage.classFiles(type));
        }
        CompiledFlow flow = ClassesInMemory.keep(type, store);
        return LoadedFlow.of(FlowPlanner.of(type, ClassPackage.of(flow)), LoadedFlow.classFiles(store, flow.jarBlob()));
    }
}
