package io.flowsweep.dependencies;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the jars of packages. Found with {@link java.util.ServiceLoader}, and only when packages are asked for; there is one
 * implementation, in the module {@code runner-api/maven}.
 *
 * <p><b>Obligations.</b> What it returns is on this machine, whole, and has been checked against the checksum that the
 * repository gives. It has asked the repositories of the user's settings and those of the set, and says in its exceptions
 * which.
 *
 * <p><b>Thread safety.</b> All methods may be called from any thread at any time.
 */
public interface DependencyResolver {

    /**
     * The packages of a set with all that they need, in the order of the class path; its local jars are not looked at.
     *
     * @param listener is told what is fetched, from any thread
     * @throws UnresolvableDependenciesException when something is in no repository, or none can be reached
     */
    List<LockedJar> resolve(DependencyPlan set, Consumer<DependencyEvent> listener);

    /**
     * The same jar, fetched again because it is missing here or damaged. What stands in its place is removed first.
     *
     * @param repositories of the set, {@code ID=URL} each
     * @return with the place on this machine; its checksum is that of the repository, which may be another than the lock's
     * @throws UnresolvableDependenciesException when it cannot be had
     */
    LockedJar fetch(LockedJar jar, List<String> repositories, Consumer<DependencyEvent> listener);
}
