package io.flowsweep.dependencies;

import io.flowsweep.codec.Sha256;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sees to it that the jars of a lock are on this machine as they were when it was made. */
final class LockedJars {

    private final List<String> repositories;
    private final Store store;
    private final Consumer<DependencyEvent> listener;

    LockedJars(List<String> repositories, Store store, Consumer<DependencyEvent> listener) {
        this.repositories = repositories;
        this.store = store;
        this.listener = listener;
    }

    /**
     * The same jars, each in its place; one that is missing or damaged is fetched again, once.
     *
     * @param at a file that was written later is not trusted by its size alone
     * @throws UnresolvableDependenciesException when a jar cannot be had, or the repository has another one by now
     */
    List<LockedJar> present(List<LockedJar> lock, Instant at) {
        List<LockedJar> present = new ArrayList<>();
        for (LockedJar jar : lock) {
            present.add(isWhole(jar, at) ? jar : mended(jar));
        }
        return present;
    }

    private boolean isWhole(LockedJar jar, Instant at) {
        if (!jar.location().startsWith("file:")) {
            return store.localBlob(jar.location().substring("blob:".length())).isPresent();
        }
        Path file = Path.of(URI.create(jar.location()));
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.size() == jar.bytes()
                    && (!found.lastModifiedTime().toInstant().isAfter(at)
                            || Sha256.of(file).equals(jar.sha256()));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private LockedJar mended(LockedJar jar) {
        if (!jar.isPackage()) {
            throw new UnresolvableDependenciesException(
                    "the jar " + jar.name() + " of the lock is no longer in the store", "", "Start a new run.");
        }
        LockedJar fetched = Resolvers.find().fetch(jar, repositories, listener);
        if (!fetched.sha256().equals(jar.sha256())) {
            throw new UnresolvableDependenciesException(
                    jar.name() + " is not the one of the lock any more: its SHA-256 was " + jar.sha256() + " and is "
                            + fetched.sha256() + " now",
                    fetched.repository(),
                    "Find out why the repository has changed a version that was published.");
        }
        listener.accept(new DependencyEvent.Mended(jar.name()));
        return fetched;
    }
}
