package io.flowsweep.runtime.loading;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Loads and links the classes of libraries, as many as there are, and runs nothing of them: what is linked when a class-data
 * archive is written goes into it, and a class from there is neither parsed nor verified again.
 */
public final class LibraryClasses {

    /** More would take longer to write than they save. */
    private static final int MOST = 10_000;

    private LibraryClasses() {}

    /** @throws IOException when a jar cannot be read */
    public static void link(List<Path> jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'))
                        .forEach(names::add);
            }
        }
        boolean ownConfig = names.contains("com.typesafe.config.Config");
        try (URLClassLoader loader = new URLClassLoader(
                urls.toArray(URL[]::new), ownConfig ? HostApi.WITHOUT_CONFIG : HostApi.WITH_CONFIG)) {
            names.stream().limit(MOST).forEach(name -> link(name, loader));
        }
    }

    private static void link(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader).getDeclaredConstructors(); // which the JVM links a class for
        } catch (ClassNotFoundException | LinkageError e) {
            return; // it needs a library that is not there, or another Java
        }
    }
}
