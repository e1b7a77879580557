package io.flowsweep.deployer.local;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Missing;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.RunStanding;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.TargetProvider;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executors;
import io.flowsweep.scheduler.subscription.AutomationChecks;
import io.flowsweep.store.MarkSequence;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deployments in a store. What is triggered is put on record there, and an order to start it; a process of the store, the
 * {@link Keeper}, carries orders out and owns the runs. Whoever triggers, waits or schedules sees to it that there is one.
 */
public final class LocalTarget implements Target {

    /** The name of this target. */
    public static final String NAME = "local";

    /** The kind of the lock of a scheduler; while somebody has it, a keeper stays. */
    public static final String SCHEDULER_LOCK = "scheduler";

    private final Store store;
    private final DeploymentRecords deployments;
    private final TriggerRecords triggers;
    private final MarkSequence orders;
    private final KeeperStarter keeper;

    LocalTarget(Store store) {
        this.store = store;
        this.deployments = new DeploymentRecords(this, store);
        this.triggers = new TriggerRecords(store);
        this.orders = Keeper.orders(store);
        this.keeper = KeeperStarter.of(store);
    }

    /** Finds it by name. */
    public static final class Provider implements TargetProvider {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Target open(Store store) {
            return new LocalTarget(store);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Deployment create(DeployRequest request) {
        String executor = request.run().executor();
        if (request.run().plan().command().isEmpty()
                && !Executors.named(executor).capabilities().contains(Capability.ISOLATES_PROCESS)) {
            throw new InvalidInputException(
                    "runs of a deployment cannot be carried out by the executor " + executor
                            + ", which shares the process of others",
                    request.name(),
                    "Use process, or worker for hosts that stay warm.");
        }
        Deployment made =
                new Deployment(request.name(), NAME, 1, request.by().user(), Instant.now(), false, request.run());
        AutomationChecks.check(made, store, this::list);
        return deployments.create(request);
    }

    @Override
    public Optional<Deployment> find(String name) {
        return deployments.find(name);
    }

    @Override
    public List<Deployment> list() {
        return deployments.list();
    }

    @Override
    public List<DeploymentChange> history(String name) {
        return deployments.history(name);
    }

    @Override
    public Deployment version(String name, int version) {
        return deployments.version(name, version);
    }

    @Override
    public Deployment rollback(String name, int version, Requester by) {
        return deployments.rollback(name, version, by);
    }

    @Override
    public Deployment pause(String name, Requester by) {
        return deployments.pause(name, by);
    }

    @Override
    public Deployment unpause(String name, Requester by) {
        return deployments.unpause(name, by);
    }

    @Override
    public void delete(String name, Requester by) {
        deployments.delete(name, by);
    }

    @Override
    public TriggerRecord trigger(String name, TriggerRequest request) {
        Deployment deployment = find(name).orElseThrow(() -> Missing.deployment(this, name));
        TriggerRecord trigger = triggers.add(deployment, request);
        orders.append(new KeeperOrder(KeeperOrder.Kind.START, name, trigger.run()).mark());
        keeper.ensureUnlessJustSeen();
        return trigger;
    }

    @Override
    public Stream<TriggerRecord> triggers(String name) {
        return triggers.list(name);
    }

    @Override
    public List<TriggerRecord> triggersOf(String run) {
        return triggers.like(run);
    }

    @Override
    public void forgetTriggers(Instant before) {
        triggers.forget(before);
    }

    @Override
    public RunStanding standing(TriggerRecord trigger) {
        Optional<Run> run = Client.of(store).flowNamed(trigger.flow()).run(trigger.run());
        TriggeredStatus status = run.map(LocalTarget::status).orElse(TriggeredStatus.PENDING);
        if (status.ended() && (triggers.isClosed(trigger) || triggers.isForgotten(trigger))) {
            return new RunStanding(status, false, run.flatMap(Run::failure));
        }
        keeper.ensureNowAndThen();
        boolean suspended = store.get(suspension(trigger)).isPresent();
        return new RunStanding(status.ended() ? TriggeredStatus.RUNNING : status, suspended, Optional.empty());
    }

    private static TriggeredStatus status(Run run) {
        return switch (run.state()) {
            case RUNNING -> run.startedAt().isPresent() ? TriggeredStatus.RUNNING : TriggeredStatus.PENDING;
            case LOST -> TriggeredStatus.PENDING; // the next keeper goes on with it
            case SUCCEEDED -> TriggeredStatus.SUCCEEDED;
            case TERMINATED -> TriggeredStatus.TERMINATED;
            case FAILED, TIMED_OUT, STOPPED -> TriggeredStatus.FAILED;
        };
    }

    @Override
    public void terminate(TriggerRecord trigger) {
        if (!standing(trigger).status().ended()) {
            orders.append(new KeeperOrder(KeeperOrder.Kind.TERMINATE, trigger.deployment(), trigger.run()).mark());
            keeper.ensure();
        }
    }

    @Override
    public void suspend(TriggerRecord trigger) {
        if (!standing(trigger).status().ended()) {
            store.createExclusive(suspension(trigger), new byte[0]);
        }
    }

    @Override
    public void unsuspend(TriggerRecord trigger) {
        store.delete(suspension(trigger));
    }

    @Override
    public Optional<Owner> keptElsewhere() {
        return StoreLock.holder(store, Keeper.LOCK).filter(owner -> !owner.isHere());
    }

    @Override
    public void takeOver() {
        if (keptElsewhere().isPresent()) {
            StoreLock.release(store, Keeper.LOCK);
            keeper.ensure();
        }
    }

    /** Sees to it that triggered runs are carried out, for who will trigger some. */
    public void keep() {
        keeper.ensure();
    }

    /** The same, at most once a second. */
    public void keepNowAndThen() {
        keeper.ensureNowAndThen();
    }

    private static String suspension(TriggerRecord trigger) {
        return StoreLayout.suspended(StoreLayout.run(trigger.flow(), trigger.run()));
    }

    @Override
    public String toString() {
        return "LocalTarget[" + store.uri() + "]";
    }
}
