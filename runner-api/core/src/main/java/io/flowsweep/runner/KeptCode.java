package io.flowsweep.runner;

import io.flowsweep.dependencies.CompiledPlace;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runtime.loading.LibraryFiles;
import io.flowsweep.store.Store;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts all that the plans of a flow refer to on this machine into a store, each jar and folder once, so that nothing which happens
 * to it later changes what such a plan does. FlowSweep's own jars are left out: each host brings its own. Thread-safe.
 */
final class KeptCode {

    private static final String BLOB = "blob:";

    private record Place(URI store, Path place) {}

    private final Map<Place, String> kept = new ConcurrentHashMap<>();

    /** The same plan, in which every place is a blob. */
    FlowPlan of(FlowPlan plan, Store store) {
        return plan.withClassPath(classPath(plan.classPath(), store))
                .withDependencies(plan.dependencies().map(set -> libraries(set, store)))
                .withRules(step -> step.rules()
                        .dependencies()
                        .map(set -> step.rules().withDependencies(libraries(set, store)))
                        .orElse(step.rules()));
    }

    private List<String> classPath(List<String> places, Store store) {
        List<Path> own = ClassPackage.apiClassPath();
        List<String> blobs = new ArrayList<>();
        for (String place : places) {
            if (place.startsWith(BLOB)) {
                blobs.add(place);
                continue;
            }
            Path file = Path.of(URI.create(place));
            if (Files.exists(file) && !own.contains(file)) {
                blobs.add(keep(file, store));
            }
        }
        return blobs;
    }

    private DependencyPlan libraries(DependencyPlan set, Store store) {
        List<Path> files = LibraryFiles.of(set, store);
        List<LockedJar> lock = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            LockedJar jar = set.lock().get(i);
            String location = jar.location().startsWith(BLOB) ? jar.location() : keep(files.get(i), store);
            lock.add(new LockedJar(jar.name(), jar.sha256(), jar.bytes(), jar.repository(), location));
        }
        return set.withLock(lock);
    }

    private String keep(Path place, Store store) {
        return kept.computeIfAbsent(
                new Place(store.uri(), place),
                p -> BLOB + CompiledPlace.keep(place, "", store).jarBlob());
    }
}
