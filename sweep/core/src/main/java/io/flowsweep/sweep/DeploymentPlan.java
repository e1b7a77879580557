package io.flowsweep.sweep;

import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.Deployments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What deploying every variant of a sweep changes: each is a deployment that is called by the sweep's name and the variant's.
 * Nothing is changed before {@link #carryOut}. Confined to one thread.
 */
public final class DeploymentPlan {

    private final Map<String, Deployer> fresh = new LinkedHashMap<>();
    private final Map<String, Change> changed = new LinkedHashMap<>();
    private final List<String> unchanged = new ArrayList<>();
    private final Map<String, DeployedFlow> removed = new LinkedHashMap<>();

    private record Change(DeployedFlow there, Deployer deployer) {}

    /**
     * @param deployers of the variants
     * @param tag which all of these, and no other deployments, carry
     */
    DeploymentPlan(List<Deployer> deployers, String tag, Deployments target) {
        target.tagged(tag).forEach(there -> removed.put(there.name(), there));
        deployers.forEach(deployer -> add(deployer, target));
    }

    private void add(Deployer deployer, Deployments target) {
        Deployment planned = deployer.plan();
        removed.remove(planned.name());
        Optional<DeployedFlow> there = target.find(planned.name());
        if (there.isEmpty()) {
            fresh.put(planned.name(), deployer);
        } else if (there.get().deployment().digest().equals(planned.digest())) {
            unchanged.add(planned.name());
        } else {
            changed.put(planned.name(), new Change(there.get(), deployer));
        }
    }

    /** The names of the deployments that would be made. */
    public List<String> fresh() {
        return List.copyOf(fresh.keySet());
    }

    /** Of which a new version would be made. */
    public List<String> changed() {
        return List.copyOf(changed.keySet());
    }

    /** That are there as they would be made. */
    public List<String> unchanged() {
        return List.copyOf(unchanged);
    }

    /** Of variants that the sweep no longer has: they would be deleted. */
    public List<String> removed() {
        return List.copyOf(removed.keySet());
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return fresh.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /**
     * Does all of it.
     *
     * @param force whether to change what is somebody else's, too
     * @param listener is told the name of each deployment that was changed
     * @throws io.flowsweep.errors.InvalidInputException when one is somebody else's and there is no force; nothing was done then
     */
    public void carryOut(boolean force, Consumer<String> listener) {
        Stream.concat(changed.values().stream().map(Change::there), removed.values().stream())
                .forEach(there -> there.force(force).checkOwner());
        fresh.forEach((name, deployer) -> {
            deployer.create();
            listener.accept(name);
        });
        changed.forEach((name, change) -> {
            change.deployer().force(force).create();
            listener.accept(name);
        });
        removed.forEach((name, there) -> {
            there.force(force).delete();
            listener.accept(name);
        });
    }

    /** {@code 3 new, 2 changed, 1 removed, 4 unchanged}; what there is none of is left out. */
    @Override
    public String toString() {
        return Stream.of(
                        part(fresh.size(), "new"),
                        part(changed.size(), "changed"),
                        part(removed.size(), "removed"),
                        part(unchanged.size(), "unchanged"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> part(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }
}
