package io.flowsweep.deployer;

import io.flowsweep.deployer.spi.Missing;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flow that is deployed. What it tells of itself is as it was when this object was made; what it does is done to the version
 * that counts by then. Whatever changes somebody else's deployment is an {@link InvalidInputException} that says whose it is, unless
 * there is {@link #force}; to trigger it is open to all. Thread-safe.
 */
public final class DeployedFlow {

    private final Target target;
    private final Store store;
    private final Deployment deployment;
    private final Requester user;

    DeployedFlow(Target target, Store store, Deployment deployment) {
        this(target, store, deployment, new Requester(User.name(), false));
    }

    private DeployedFlow(Target target, Store store, Deployment deployment, Requester user) {
        this.target = target;
        this.store = store;
        this.deployment = deployment;
        this.user = user;
    }

    /** Unique on its target. */
    public String name() {
        return deployment.name();
    }

    /** From 1. */
    public int version() {
        return deployment.version();
    }

    /** Everything about this version. */
    public Deployment deployment() {
        return deployment;
    }

    /** The resolved plan, but for parameters that are given to single runs. */
    public FlowPlan plan() {
        return deployment.plan();
    }

    /** The configs by name, frozen. */
    public Map<String, Object> configs() {
        return deployment.configs();
    }

    /** Which each of its runs carries. */
    public List<String> tags() {
        return deployment.tags();
    }

    /** Starts a run with the parameters that the deployment has. */
    public TriggeredRun trigger() {
        return trigger(Map.of());
    }

    /**
     * Puts a run on record, which starts as soon as the target has room for it, and goes on when this program ends.
     *
     * @param parameters by name, in place of those of the deployment: plain values, text, or values of their own types
     * @throws InvalidInputException when one does not fit, a required one has no value, or the deployment was deleted
     */
    public TriggeredRun trigger(Map<String, ?> parameters) {
        return trigger(parameters, Optional.empty(), TriggerCause.manual(User.name()));
    }

    /**
     * The same for who may have to try again: one id leads to one run.
     *
     * @param id any text
     * @return the run that this id has led to now, or before
     */
    public TriggeredRun trigger(Map<String, ?> parameters, String id) {
        return trigger(parameters, Optional.of(id), TriggerCause.manual(User.name()));
    }

    /** The same for schedulers, which say why. */
    public TriggeredRun trigger(Map<String, ?> parameters, Optional<String> id, TriggerCause cause) {
        Deployment now = now();
        Map<String, Object> bound = now.run().bind(store, parameters);
        return new TriggeredRun(target, store, target.trigger(name(), new TriggerRequest(id, bound, cause)));
    }

    /** Its triggered runs, the newest first, each read when the stream reaches it. */
    public Stream<TriggeredRun> runs() {
        return target.triggers(name()).map(trigger -> new TriggeredRun(target, store, trigger));
    }

    /** The same, whose changes are made even if the deployment is somebody else's; default: false. */
    public DeployedFlow force(boolean forced) {
        return new DeployedFlow(target, store, deployment, new Requester(user.user(), forced));
    }

    /** @throws InvalidInputException when it is somebody else's, whom it names, and there is no {@link #force} */
    public void checkOwner() {
        user.check(deployment);
    }

    /** Lets schedule and events start no runs; those under way go on, and it may still be triggered. */
    public DeployedFlow pause() {
        return of(target.pause(name(), user));
    }

    /** Lets schedule and events start runs again. */
    public DeployedFlow unpause() {
        return of(target.unpause(name(), user));
    }

    /** All that was done to it, the oldest first. */
    public List<DeploymentChange> history() {
        return target.history(name());
    }

    /**
     * Makes an earlier version count again.
     *
     * @throws InvalidInputException when there is no such version; it lists those that exist
     */
    public DeployedFlow rollback(int version) {
        return of(target.rollback(name(), version, user));
    }

    /** Removes the deployment; its runs stay on record, and those under way go on. Nothing when it was deleted before. */
    public void delete() {
        if (target.find(name()).isPresent()) {
            target.delete(name(), user);
        }
    }

    /** The same deployment as it is now. */
    private Deployment now() {
        return target.find(name()).orElseThrow(() -> Missing.deployment(target, name()));
    }

    private DeployedFlow of(Deployment changed) {
        return new DeployedFlow(target, store, changed, user);
    }

    /** As a table, for notebooks. */
    public String toHtml() {
        return DeploymentHtml.of(deployment);
    }

    /** {@code DeployedFlow[torchperf.test.exp1.MatMul version 3]}. */
    @Override
    public String toString() {
        return "DeployedFlow[" + name() + " version " + version() + (deployment.paused() ? ", paused" : "") + "]";
    }
}
