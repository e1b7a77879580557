package io.flowsweep.sweep.engine.run;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.result.RunResults;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.spec.DeployPolicy.Keep;
import io.flowsweep.threads.Daemons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs trials by deploying them: each has a deployment, which is triggered once and deleted when its run has ended, as far as the
 * sweep does not keep it. The runs belong to the target, so they outlive this driver; the next one waits for them.
 */
public final class DeployedRunner implements RunLauncher {

    private final VariantRunners runners;
    private final RunResults results;
    private final SweepDeployments deployments;
    private final Companions companions;
    private final Keep keep;
    private final List<LeftDeployment> left;
    private final boolean takeOver;
    private final Predicate<TrialId> wanted;
    private final Supplier<Optional<String>> best;
    private final Function<TrialId, String> names;

    /** Deployments of trials that a driver that died was working on. */
    private final Map<TrialId, LeftDeployment> underWay = new HashMap<>();

    /** The names of the variants whose deployments stand. */
    private final Map<String, String> variants = new HashMap<>();

    /**
     * @param left what drivers that died have left
     * @param takeOver whether to take runs over from a process of another machine
     * @param wanted whether a trial is to run, or to go on
     * @param best the name of the best variant
     * @param names of the variants of trials
     */
    public DeployedRunner(
            VariantRunners runners,
            RunResults results,
            SweepDeployments deployments,
            Companions companions,
            Keep keep,
            List<LeftDeployment> left,
            boolean takeOver,
            Predicate<TrialId> wanted,
            Supplier<Optional<String>> best,
            Function<TrialId, String> names) {
        this.runners = runners;
        this.results = results;
        this.deployments = deployments;
        this.companions = companions;
        this.keep = keep;
        this.left = left;
        this.takeOver = takeOver;
        this.wanted = wanted;
        this.best = best;
        this.names = names;
    }

    /** Takes up what was left for the trials that are to go on, and takes away the rest. */
    @Override
    public void begin() {
        deployments.settleKeeper(takeOver);
        left.stream().filter(each -> each.mate() || !each.kept()).forEach(this::takeUp);
        companions.begin();
    }

    private void takeUp(LeftDeployment each) {
        deployments.takeUp(each);
        Optional<TrialId> trial = each.trial().filter(id -> each.mate());
        boolean goesOn = trial.filter(wanted).isPresent() && !each.kept();
        if (goesOn) {
            underWay.put(trial.get(), each);
        }
        if (trial.isEmpty() || keep == Keep.NONE && !goesOn) {
            deployments.delete(each.name());
        } else {
            variants.put(each.name(), names.apply(trial.get()));
        }
    }

    @Override
    public LaunchedRun launch(Trial trial, Effort effort, Consumer<String> announced) {
        String trigger = Optional.ofNullable(underWay.get(trial.id()))
                .flatMap(before -> before.planned().trigger())
                .orElseGet(() -> UUID.randomUUID().toString());
        DeployedFlow flow = Optional.ofNullable(underWay.remove(trial.id()))
                .flatMap(before -> deployments.find(before.name()))
                .orElseGet(() -> deployments.create(
                        deployments.deployer(runners.runner(trial, effort), name(trial)),
                        Optional.of(trial.id()),
                        Optional.of(trigger)));
        variants.put(flow.name(), trial.variant().name());
        TriggeredRun run = flow.trigger(Map.of(), trigger);
        try {
            announced.accept(run.id());
        } catch (RuntimeException e) {
            run.terminate();
            throw e;
        }
        return new AwaitedRun(flow.name(), run);
    }

    /** {@code cpu=2,dim=500}, and {@code cpu=2,dim=500.3} for the fourth repeat. */
    static String name(Trial trial) {
        return trial.variant().name() + (trial.repeat() == 0 ? "" : "." + trial.repeat());
    }

    @Override
    public boolean outlivesDriver() {
        return true;
    }

    @Override
    public void leave() {
        companions.leave();
    }

    @Override
    public boolean resumesRuns() {
        return false;
    }

    @Override
    public boolean runsReport() {
        return results.readsReported();
    }

    @Override
    public void end(Outcome outcome, BooleanSupplier cancelled) {
        companions.end(outcome, cancelled);
        Optional<String> kept = keep == Keep.BEST ? best.get() : Optional.empty();
        for (String name : deployments.standing()) {
            boolean stays =
                    keep == Keep.ALL || kept.isPresent() && kept.equals(Optional.ofNullable(variants.get(name)));
            if (stays) {
                deployments.keep(name);
            } else {
                deployments.delete(name);
            }
        }
    }

    /** A run of a deployment that is awaited. */
    private final class AwaitedRun implements LaunchedRun {

        private final String deployment;
        private final TriggeredRun run;
        private final CompletableFuture<RunResult> result = new CompletableFuture<>();

        AwaitedRun(String deployment, TriggeredRun run) {
            this.deployment = deployment;
            this.run = run;
            Daemons.start("flowsweep-await-" + run.id(), this::await);
        }

        private void await() {
            RunResult ended;
            try {
                run.await();
                ended = run.run()
                        .map(results::of)
                        .orElseGet(() -> RunResult.unreadable("the run " + run.id() + " is not on record"));
            } catch (FlowSweepException e) {
                ended = RunResult.unreadable("its results cannot be read: " + e.getMessage());
            }
            result.complete(ended);
        }

        @Override
        public String id() {
            return run.id();
        }

        @Override
        public List<MetricValue> reported() {
            Optional<Run> now = run.run();
            return now.isPresent() ? results.reported(now.get()) : List.of();
        }

        @Override
        public CompletableFuture<RunResult> result() {
            return result;
        }

        @Override
        public void terminate() {
            run.terminate();
            result.join();
        }

        @Override
        public void settled() {
            if (keep == Keep.NONE) {
                deployments.delete(deployment);
            }
        }
    }
}
