package io.flowsweep.runtime;

import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads the flow's own classes and its dependencies. Of FlowSweep it shows {@code io.flowsweep} and the configuration
 * library's API, both taken from the host; none of the host's other libraries, so the flow may bring its own versions.
 */
public final class FlowClassLoader extends URLClassLoader {

    static final String NAME = "flow";

    private FlowClassLoader(URL[] classPath) {
        super(NAME, classPath, HostApi.INSTANCE);
    }

    /** @param classPath see {@code FlowPlan.classPath()} */
    public static FlowClassLoader open(List<String> classPath, Store store) {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(classPath.get(i), store);
        }
        return new FlowClassLoader(urls);
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String entry, Store store) {
        try {
            if (entry.startsWith("blob:")) {
                return store.localBlob(entry.substring("blob:".length()))
                        .orElseThrow(() -> new StoreException("the flow's code is missing from the store: " + entry))
                        .toUri()
                        .toURL();
            }
            return URI.create(entry).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a class path entry: " + entry, e);
        }
    }

    /** The part of the host that flows see. */
    private static final class HostApi extends ClassLoader {

        static final HostApi INSTANCE = new HostApi();

        static {
            registerAsParallelCapable();
        }

        HostApi() {
            super("flowsweep-api", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (isShown(name)) {
                return FlowClassLoader.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        private static boolean isShown(String name) {
            return name.startsWith("io.flowsweep.flow.")
                    || name.startsWith("io.flowsweep.plan.")
                    || name.startsWith("io.flowsweep.client.")
                    || name.startsWith("io.flowsweep.events.")
                    || name.startsWith("io.flowsweep.errors.")
                    || name.startsWith("com.typesafe.config.");
        }
    }
}
