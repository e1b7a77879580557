package io.flowsweep.runtime.loading;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where this machine has the libraries of a run or of a step. */
public final class LibraryFiles {

    private static final String BLOB = "blob:";

    private LibraryFiles() {}

    /**
     * Each jar where the driver found it, else in this user's own repository.
     *
     * @param libraries resolved
     * @throws IllegalStateException when it is in neither
     * @throws StoreException when the store lacks one that it should have
     */
    public static List<Path> of(DependencyPlan libraries, Store store) {
        List<Path> files = new ArrayList<>();
        for (LockedJar jar : libraries.lock()) {
            files.add(jar.location().startsWith(BLOB) ? blob(jar.location(), store) : file(jar));
        }
        return files;
    }

    private static Path blob(String location, Store store) {
        return store.localBlob(location.substring(BLOB.length()))
                .orElseThrow(() -> new StoreException("a library of the run is missing from the store: " + location));
    }

    private static Path file(LockedJar jar) {
        Path found = Path.of(URI.create(jar.location()));
        if (!jar.isPackage() || Files.exists(found)) {
            return found;
        }
        Path own = Path.of(System.getProperty("user.home"), ".m2", "repository").resolve(jar.repositoryPath());
        if (Files.exists(own)) {
            return own;
        }
        throw new IllegalStateException("this machine lacks the library " + jar.name() + ": it is neither at "
                + jar.location() + " nor at " + own);
    }
}
