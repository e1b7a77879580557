package io.flowsweep.runtime.loading;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.store.Store;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One class loader for each set of libraries, shared by the runs of this JVM: what they are shared for is the time to load
 * them, and their statics live as long. The sets used last are kept; others go when no run uses them. Thread-safe.
 */
final class LibraryLoaders {

    private static final int KEPT = 16;
    private static final String CONFIG_LIBRARY = "com.typesafe:config:";

    private static final Map<List<URL>, ClassLoader> LOADERS = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<URL>, ClassLoader> eldest) {
            return size() > KEPT;
        }
    };

    private LibraryLoaders() {}

    /**
     * What the loader of a flow's own classes has above it. When a configuration library is among the jars, the flow sees
     * that and not the host's.
     *
     * @param libraries resolved
     */
    static ClassLoader of(Optional<DependencyPlan> libraries, Store store) {
        if (libraries.isEmpty() || libraries.get().lock().isEmpty()) {
            return HostApi.WITH_CONFIG;
        }
        boolean ownConfig =
                libraries.get().lock().stream().anyMatch(j -> j.name().startsWith(CONFIG_LIBRARY));
        List<URL> urls = LibraryFiles.of(libraries.get(), store).stream()
                .map(LibraryLoaders::url)
                .toList();
        synchronized (LOADERS) {
            return LOADERS.computeIfAbsent(urls, u -> loader(u, ownConfig));
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a library: " + jar, e);
        }
    }

    private static ClassLoader loader(List<URL> urls, boolean ownConfig) {
        return new URLClassLoader(
                "libraries", urls.toArray(URL[]::new), ownConfig ? HostApi.WITHOUT_CONFIG : HostApi.WITH_CONFIG);
    }
}
