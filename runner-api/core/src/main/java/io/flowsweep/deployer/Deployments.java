package io.flowsweep.deployer;

import io.flowsweep.deployer.spi.Missing;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is deployed on one target. Thread-safe. */
public final class Deployments {

    static final String LOCAL = "local";

    private final Store store;
    private final Target target;

    private Deployments(Store store, Target target) {
        this.store = store;
        this.target = target;
    }

    /** Those on the local target of the store that {@code FLOWSWEEP_HOME} names, else of the nearest {@code .flowsweep} upwards. */
    public static Deployments here() {
        return at(StoreLocation.find(Optional.empty(), Path.of("").toAbsolutePath()));
    }

    /** Those on the local target of the store in a folder. */
    public static Deployments at(Path folder) {
        return of(Stores.in(folder));
    }

    /** Those on the local target of a store. */
    public static Deployments of(Store store) {
        return new Deployments(store, Targets.named(LOCAL, store));
    }

    /** Those on another target. */
    public Deployments on(String targetName) {
        return new Deployments(store, Targets.named(targetName, store));
    }

    /** What is deployed, by name. */
    public List<DeployedFlow> list() {
        return target.list().stream()
                .map(d -> new DeployedFlow(target, store, d))
                .toList();
    }

    /** What is deployed and carries all these tags, by name. */
    public List<DeployedFlow> tagged(String... tags) {
        return list().stream().filter(d -> d.tags().containsAll(List.of(tags))).toList();
    }

    /** The deployment of this name. */
    public Optional<DeployedFlow> find(String name) {
        return target.find(DeploymentNames.sanitised(name)).map(d -> new DeployedFlow(target, store, d));
    }

    /**
     * The deployment of this name.
     *
     * @throws InvalidInputException when there is none; it says whether it was deleted, and which names are near
     */
    public DeployedFlow get(String name) {
        return find(name).orElseThrow(() -> Missing.deployment(target, DeploymentNames.sanitised(name)));
    }

    /**
     * A triggered run by its id; the beginning or the end of one is enough where only one run has it.
     *
     * @throws InvalidInputException when several runs have it
     */
    public Optional<TriggeredRun> run(String id) {
        List<TriggerRecord> found = id.isEmpty() ? List.of() : target.triggersOf(id);
        Optional<TriggerRecord> exact =
                found.stream().filter(trigger -> trigger.run().equals(id)).findFirst();
        if (exact.isEmpty() && found.size() > 1) {
            throw new InvalidInputException(
                    found.size() + " triggered runs are called \"" + id + "\"",
                    store.uri().toString(),
                    "Say more of the id.");
        }
        return exact.or(() -> found.stream().findFirst()).map(trigger -> new TriggeredRun(target, store, trigger));
    }

    /**
     * A process of another machine that has the triggered runs in its hands. Nobody here can tell whether it lives; when it does not,
     * they wait until they are {@linkplain #takeOver taken over}.
     */
    public Optional<Owner> keptElsewhere() {
        return target.keptElsewhere();
    }

    /** Has this machine go on with the triggered runs that {@link #keptElsewhere} has. If that process lives, it ends. */
    public void takeOver() {
        target.takeOver();
    }

    @Override
    public String toString() {
        return "Deployments[" + target.name() + " of " + store.uri() + "]";
    }
}
