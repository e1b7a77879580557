package io.flowsweep.sweep.engine.run;

import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.scheduler.Scheduler;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.spec.DeployPolicy.Companion;
import io.flowsweep.sweep.spec.SweepId;
import io.flowsweep.sweep.spec.SweepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The flows that are deployed beside the variants of a sweep, for as long as a driver works on it. Confined to one thread. */
public final class Companions {

    /** A run that takes longer after the last variant has ended is ended. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofMillis(200);

    private final SweepSpec spec;
    private final VariantRunners runners;
    private final SweepDeployments deployments;
    private final Store store;
    private final Consumer<SweepEvent> journal;
    private final Map<DeployedFlow, Companion> deployed = new LinkedHashMap<>();
    private Optional<Scheduler> scheduler = Optional.empty();

    public Companions(
            SweepSpec spec,
            VariantRunners runners,
            SweepDeployments deployments,
            Store store,
            Consumer<SweepEvent> journal) {
        this.store = store;
        this.spec = spec;
        this.runners = runners;
        this.deployments = deployments;
        this.journal = journal;
    }

    /** Tries all of them without deploying any. */
    public static void check(SweepSpec spec, VariantRunners runners, List<Problem> problems) {
        for (Companion companion : spec.deploy().also()) {
            try {
                SweepDeployments.deployer(runners.companion(companion), SweepId.of(spec), "beside")
                        .plan();
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            } catch (FlowSweepException e) {
                problems.add(Problem.of(e.getMessage(), companion.where(), ""));
            }
        }
    }

    void begin() {
        int number = 0;
        for (Companion companion : spec.deploy().also()) {
            Deployer deployer = deployments.deployer(runners.companion(companion), "beside-" + number++);
            deployed.put(deployments.create(deployer, Optional.empty(), Optional.empty()), companion);
        }
        if (!deployed.isEmpty()) {
            schedule();
        }
    }

    /** Events lead to runs as long as there is a scheduler; when nobody else is the store's, this driver is. */
    private void schedule() {
        try {
            scheduler = Optional.of(Scheduler.start(store, event -> {}));
        } catch (InvalidInputException e) {
            scheduler = Optional.empty(); // another one serves the store
        }
    }

    /** Runs those that are to be run at the end, waits for what runs of them, and deletes them. */
    void end(Outcome outcome, BooleanSupplier cancelled) {
        boolean orderly = outcome != Outcome.CANCELLED && outcome != Outcome.BROKEN_OFF;
        deployed.keySet().forEach(DeployedFlow::pause);
        if (orderly) {
            deployed.forEach((flow, companion) -> {
                if (companion.triggerAtEnd()) {
                    flow.trigger();
                }
            });
            deployed.keySet().forEach(flow -> flow.runs().forEach(run -> await(run, cancelled)));
        }
        deployed.keySet().forEach(flow -> deployments.delete(flow.name()));
        deployed.clear();
        scheduler.ifPresent(Scheduler::close);
    }

    /** Serves the store no longer, and leaves the rest to another driver. */
    void leave() {
        scheduler.ifPresent(Scheduler::close);
    }

    private void await(TriggeredRun run, BooleanSupplier cancelled) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<TriggeredStatus> status = Optional.empty();
        while (status.isEmpty() && !cancelled.getAsBoolean() && System.nanoTime() < end) {
            status = run.await(LOOK);
        }
        if (status.filter(ended -> ended != TriggeredStatus.SUCCEEDED).isPresent()) {
            journal.accept(new Warned(
                    Instant.now(),
                    Optional.empty(),
                    "the run " + run.id() + " of " + run.trigger().flow() + " has not succeeded: "
                            + run.failure().orElse(status.get().toString())));
        }
    }
}
