package io.flowsweep.dependencies;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds the resolver: on the class path of this module, else, as in the distribution, in the folder {@code maven} beside this
 * module's jar. There it has a class loader of its own, so that none of its many jars weighs on a program that does not ask
 * for packages, or meets another version of itself.
 */
final class Resolvers {

    private static final String FOLDER = "maven";

    private Resolvers() {}

    /** @throws UnresolvableDependenciesException when there is none */
    static DependencyResolver find() {
        return Holder.FOUND.orElseThrow(() -> new UnresolvableDependenciesException(
                "packages are asked for, but what resolves them is not on the class path of this program",
                "",
                "Add io.flowsweep:runner-api-maven to it."));
    }

    private static final class Holder {
        static final Optional<DependencyResolver> FOUND =
                load(DependencyResolver.class.getClassLoader()).or(() -> beside().flatMap(Holder::load));

        private static Optional<DependencyResolver> load(ClassLoader loader) {
            return ServiceLoader.load(DependencyResolver.class, loader).findFirst();
        }

        /** Lives as long as this class. */
        private static Optional<ClassLoader> beside() {
            try {
                Path own = Path.of(DependencyResolver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                File[] jars = own.resolveSibling(FOLDER)
                        .toFile()
                        .listFiles(file -> file.getName().endsWith(".jar"));
                if (jars == null || jars.length == 0) {
                    return Optional.empty();
                }
                Arrays.sort(jars);
                URL[] urls = new URL[jars.length];
                for (int i = 0; i < jars.length; i++) {
                    urls[i] = jars[i].toURI().toURL();
                }
                return Optional.of(new URLClassLoader("maven", urls, DependencyResolver.class.getClassLoader()));
            } catch (URISyntaxException | MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
