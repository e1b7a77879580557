package io.flowsweep.executor;

import io.flowsweep.events.JvmSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Starts hosts and ends them.
 *
 * <p><b>Obligations.</b> A launched host carries out the part of the run that its spec names, reading the plan from the
 * store and writing only its own log and output there. It enforces its timeout itself. It does not outlive its owner unless
 * the executor can adopt it again by {@link #find}. A host that cannot be started is reported through its handle's exit,
 * like one that fails later; {@link #launch} throws only for a spec that no host could be started for.
 *
 * <p><b>Thread safety.</b> All methods may be called from any thread at any time.
 *
 * <p><b>Ownership.</b> An executor may be shared by all runs of a JVM; it is never closed, and keeps nothing but the hosts
 * that live.
 */
public interface Executor {

    /** The name by which configuration asks for it. */
    String name();

    Set<Capability> capabilities();

    /**
     * Refuses what no host can be started with, as far as that is known before; by default nothing.
     *
     * @param jvm empty for the Java of the driver
     * @throws io.flowsweep.errors.InvalidInputException with the reason
     */
    default void check(HostResources resources, Optional<JvmSettings> jvm) {}

    /** Starts one host for each spec, and returns the handles in the order of the specs. */
    List<HostHandle> launch(List<HostSpec> specs);

    /** The living host with this key, when this executor can reach it. */
    Optional<HostHandle> find(String key);
}
