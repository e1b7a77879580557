package io.flowsweep.deployer;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.spi.RunStanding;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.store.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A run of a deployment, which belongs to its target and not to this program. Thread-safe. */
public final class TriggeredRun {

    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** To look costs a millisecond or less. A run that takes long is looked at less often. */
    private static final long SHORTEST_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long LONGEST_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int POLLS = 20;

    private final Target target;
    private final Store store;
    private final TriggerRecord trigger;

    TriggeredRun(Target target, Store store, TriggerRecord trigger) {
        this.target = target;
        this.store = store;
        this.trigger = trigger;
    }

    /** The run's id, sortable by when it was triggered. */
    public String id() {
        return trigger.run();
    }

    /** What has led to it. */
    public TriggerRecord trigger() {
        return trigger;
    }

    /** Where it stands now. */
    public TriggeredStatus status() {
        return standing().status();
    }

    /** Why it did not succeed, in one line. */
    public Optional<String> failure() {
        return standing().failure();
    }

    /** Whether no task of it begins for the time being. */
    public boolean isSuspended() {
        return standing().suspended();
    }

    /** What the store holds of it at this moment; empty until it is taken up, a moment after it was triggered. */
    public Optional<Run> run() {
        return Client.of(store).flowNamed(trigger.flow()).run(id());
    }

    /**
     * Waits for the end; never throws because the run failed. An interrupt of the waiting thread is kept and ends the wait with
     * the present status.
     */
    public TriggeredStatus await() {
        return await(FOREVER).orElseGet(this::status);
    }

    /** Waits for the end at most this long; empty when the run goes on, or the waiting thread was interrupted. */
    public Optional<TriggeredStatus> await(Duration limit) {
        long started = System.nanoTime();
        long most = (limit.compareTo(FOREVER) < 0 ? limit : FOREVER).toNanos();
        while (true) {
            TriggeredStatus status = status();
            if (status.ended()) {
                return Optional.of(status);
            }
            long waited = System.nanoTime() - started;
            if (waited >= most) {
                return Optional.empty();
            }
            long pause = Math.min(LONGEST_POLL_NANOS, Math.max(SHORTEST_POLL_NANOS, waited / POLLS));
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(most - waited, pause));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** Asks for its end; {@link #await()} tells when it has come. Nothing when it has ended. */
    public void terminate() {
        target.terminate(trigger);
    }

    /** Lets no further task of it begin; those under way end. Nothing when it has ended. */
    public void suspend() {
        target.suspend(trigger);
    }

    /** Lets tasks begin again. */
    public void unsuspend() {
        target.unsuspend(trigger);
    }

    /** Status, failure and suspension at one moment. */
    public RunStanding standing() {
        return target.standing(trigger);
    }

    /** As a table, for notebooks. */
    public String toHtml() {
        return DeploymentHtml.of(trigger, standing());
    }

    /** {@code TriggeredRun[MatMul/20260301-… SUCCEEDED]}. */
    @Override
    public String toString() {
        return "TriggeredRun[" + trigger.flow() + "/" + id() + " " + status() + "]";
    }
}
