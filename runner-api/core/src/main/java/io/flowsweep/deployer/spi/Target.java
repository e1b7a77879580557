package io.flowsweep.deployer.spi;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.events.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where flows are deployed and run when they are triggered.
 *
 * <p><b>Obligations.</b> A deployment is all that its request holds; nothing of the process that has created it, nor of the
 * flow's source, is needed to trigger it. What is deployed under a name is a version of its own that nothing changes later;
 * versions and changes are kept. Schedules, events and flows that trigger it are in the request's plan; a target without a
 * scheduler of its own refuses a plan with such. A run that was triggered lives on when whoever triggered it has ended, and ends
 * once. One trigger id leads to one run, however often it is triggered, also by several processes at a time.
 *
 * <p><b>Errors.</b> A name that is not deployed is an {@link io.flowsweep.errors.InvalidInputException} that says whether it
 * was deleted, and which names are near. So is a change of somebody else's deployment without force: {@link Requester#check}.
 *
 * <p><b>Thread safety.</b> All methods may be called from any thread, and by several processes, at any time.
 */
public interface Target {

    /** The name by which configuration asks for it. */
    String name();

    /**
     * Makes a new version of a deployment, which counts from then on; a paused one stays paused.
     *
     * @throws io.flowsweep.errors.InvalidInputException when it asks for what this target cannot do
     */
    Deployment create(DeployRequest request);

    /** The version that counts; empty when nothing of this name is deployed. */
    Optional<Deployment> find(String name);

    /** What is deployed, by name. */
    List<Deployment> list();

    /** All that was done to a deployment, the oldest first; also of one that was deleted. */
    List<DeploymentChange> history(String name);

    /** A version of a deployment, also of one that was deleted. */
    Deployment version(String name, int version);

    /** Makes an earlier version count again. */
    Deployment rollback(String name, int version, Requester by);

    /** Lets schedule and events start no runs; runs under way go on, and it may still be triggered. */
    Deployment pause(String name, Requester by);

    /** Lets schedule and events start runs again. */
    Deployment unpause(String name, Requester by);

    /** Removes a deployment; its runs stay on record, and those under way go on. */
    void delete(String name, Requester by);

    /** Starts a run of the version that counts, or finds the one that the trigger's id has led to before. */
    TriggerRecord trigger(String name, TriggerRequest request);

    /** What has led to runs of a deployment, the newest first, each read when the stream reaches it; also of one that was deleted. */
    Stream<TriggerRecord> triggers(String name);

    /** What has led to the runs whose ids begin or end like this; of deployments that were deleted, too, where they are known. */
    default List<TriggerRecord> triggersOf(String run) {
        return list().stream()
                .flatMap(deployment -> triggers(deployment.name()))
                .filter(trigger ->
                        trigger.run().startsWith(run) || trigger.run().endsWith(run))
                .toList();
    }

    /**
     * Forgets what has led to runs that have ended and were triggered before a time, as far as nobody is likely to ask
     * for it; the runs stay on record. A trigger id of such a run may lead to another run from then on.
     */
    default void forgetTriggers(Instant before) {}

    /** Where a triggered run stands. */
    RunStanding standing(TriggerRecord run);

    /** Ends a run, unless it has ended; returns before it has. */
    void terminate(TriggerRecord run);

    /** Lets no task of a run begin until {@link #unsuspend}; those under way end. Nothing when it has ended. */
    void suspend(TriggerRecord run);

    /** Lets tasks begin again. */
    void unsuspend(TriggerRecord run);

    /**
     * A process of another machine that has the runs in its hands, of which nobody here can tell whether it lives; empty where
     * there is none, or where runs belong to no such process.
     */
    default Optional<Owner> keptElsewhere() {
        return Optional.empty();
    }

    /** Has this machine go on with the runs of {@link #keptElsewhere()}, if there is one. If it lives after all, it ends. */
    default void takeOver() {}
}
