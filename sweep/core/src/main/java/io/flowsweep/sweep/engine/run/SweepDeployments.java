package io.flowsweep.sweep.engine.run;

import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.DeploymentChanged;
import io.flowsweep.sweep.events.SweepEvent.DeploymentStep;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.events.TrialId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The deployments that a driver makes for its sweep. Each is on record before it is made, so that after the death of the driver
 * the next one knows of it, be it another user's. Confined to the engine's thread.
 */
public final class SweepDeployments {

    private final Deployments target;
    private final String sweepId;
    private final Consumer<SweepEvent> journal;
    private final Set<String> standing = new LinkedHashSet<>();

    public SweepDeployments(Store store, String sweepId, Consumer<SweepEvent> journal) {
        this.target = Deployments.of(store);
        this.sweepId = sweepId;
        this.journal = journal;
    }

    /**
     * A deployer for one of them.
     *
     * @param name tells it from the others of the sweep: the branch of a flow that is in a project, else the deployment's name
     */
    Deployer deployer(Runner runner, String name) {
        return deployer(runner, sweepId + ".run", name);
    }

    /** @param prefix of the name: no two sweeps, and no two uses of one, have the same */
    public static Deployer deployer(Runner runner, String prefix, String name) {
        Deployer deployer = Deployer.of(runner);
        String whole = prefix + "." + name;
        return runner.plan().project().isPresent() ? deployer.branch(whole) : deployer.name(whole);
    }

    /**
     * Deploys a flow, unless the very same is deployed.
     *
     * @param trial of which it is
     * @param trigger by which its run will be triggered
     */
    DeployedFlow create(Deployer deployer, Optional<TrialId> trial, Optional<String> trigger) {
        Deployment planned = deployer.plan();
        journal.accept(new DeploymentChanged(
                Instant.now(),
                planned.name(),
                DeploymentStep.PLANNED,
                trial.map(TrialId::variant),
                trial.map(TrialId::repeat),
                trigger));
        standing.add(planned.name());
        return find(planned.name())
                .filter(there -> there.deployment().digest().equals(planned.digest()))
                .orElseGet(() -> deployer.force(true).create());
    }

    /** Takes up what an earlier driver has left. */
    void takeUp(LeftDeployment left) {
        DeploymentChanged planned = left.planned();
        journal.accept(new DeploymentChanged(
                Instant.now(),
                planned.deployment(),
                planned.change(),
                planned.variant(),
                planned.repeat(),
                planned.trigger()));
        standing.add(planned.deployment());
    }

    /** Takes the runs over from a process of another machine, or warns that it has them. */
    void settleKeeper(boolean takeOver) {
        if (takeOver) {
            target.takeOver();
        }
        target.keptElsewhere()
                .ifPresent(owner -> journal.accept(new Warned(
                        Instant.now(),
                        Optional.empty(),
                        "the runs are carried out by " + owner.described()
                                + ". Nobody can tell from here whether it lives; if it does not, use --take-over")));
    }

    Optional<DeployedFlow> find(String name) {
        return target.find(name);
    }

    /** Those that have been made, or taken up, and not deleted. */
    List<String> standing() {
        return List.copyOf(standing);
    }

    /** Ends the runs of a deployment that are under way, and deletes it. */
    void delete(String name) {
        find(name).ifPresent(flow -> {
            flow.runs().filter(run -> !run.status().ended()).forEach(TriggeredRun::terminate);
            flow.force(true).delete();
        });
        noted(name, DeploymentStep.DELETED);
    }

    /** Leaves a deployment where it is. */
    void keep(String name) {
        noted(name, DeploymentStep.KEPT);
    }

    private void noted(String name, DeploymentStep step) {
        standing.remove(name);
        journal.accept(
                new DeploymentChanged(Instant.now(), name, step, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
