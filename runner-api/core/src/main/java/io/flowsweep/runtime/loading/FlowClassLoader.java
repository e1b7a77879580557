package io.flowsweep.runtime.loading;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.util.List;
import java.util.Optional;

/**
 * Loads the flow's own classes, for one run or for several ({@link FlowLoaders}). Above it are the flow's libraries
 * ({@link LibraryLoaders}), and above these what the host shows: {@code io.flowsweep} and the configuration library's
 * API, and none of the host's other libraries, so the flow may bring its own versions.
 */
public final class FlowClassLoader extends URLClassLoader {

    /** The name of every such loader, as stack traces tell it. */
    public static final String NAME = "flow";

    private final boolean shared;

    private FlowClassLoader(URL[] classPath, ClassLoader libraries, boolean shared) {
        super(NAME, classPath, libraries);
        this.shared = shared;
    }

    /**
     * A loader of its own for whoever asks.
     *
     * @param classPath see {@link FlowPlan#classPath()}
     * @param libraries resolved; those of the plan, or of a step
     */
    public static FlowClassLoader open(List<String> classPath, Optional<DependencyPlan> libraries, Store store) {
        return open(classPath, libraries, store, false);
    }

    /** The same for several runs: {@link #close} leaves it open, and its files are closed when nobody has it any more. */
    static FlowClassLoader shared(List<String> classPath, Optional<DependencyPlan> libraries, Store store) {
        return open(classPath, libraries, store, true);
    }

    private static FlowClassLoader open(
            List<String> classPath, Optional<DependencyPlan> libraries, Store store, boolean shared) {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(classPath.get(i), store);
        }
        return new FlowClassLoader(urls, LibraryLoaders.of(libraries, store), shared);
    }

    /**
     * None: nobody asks for permissions where there is no security manager, and to make those of a file the JDK reads its
     * security settings first, which takes a new JVM 5 ms.
     */
    @Override
    protected PermissionCollection getPermissions(CodeSource source) {
        return new Permissions();
    }

    @Override
    public void close() {
        if (shared) {
            return;
        }
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a class path entry is on this machine. */
    static URL url(String entry, Store store) {
        try {
            if (entry.startsWith("blob:")) {
                Optional<Path> blob = store.localBlob(entry.substring("blob:".length()));
                if (blob.isEmpty()) {
                    throw new StoreException("the code of the run is missing from the store: " + entry);
                }
                return blob.get().toUri().toURL();
            }
            return URI.create(entry).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a class path entry: " + entry, e);
        }
    }
}
