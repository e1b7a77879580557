package io.flowsweep.sweep.engine;

import io.flowsweep.executor.admission.Admission;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.loop.Engine;
import io.flowsweep.sweep.engine.loop.EngineLimits;
import io.flowsweep.sweep.engine.loop.Escalation;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.engine.run.Companions;
import io.flowsweep.sweep.engine.run.DeployedRunner;
import io.flowsweep.sweep.engine.run.LeftDeployment;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.run.SweepDeployments;
import io.flowsweep.sweep.engine.run.VariantRunner;
import io.flowsweep.sweep.engine.trial.FiniteSource;
import io.flowsweep.sweep.engine.trial.SweepTrials;
import io.flowsweep.sweep.engine.trial.VariantSource;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.spec.SweepPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the engine of a driver is made of: what runs, how it is run, and within which limits. */
final class EngineParts {

    private final CheckedSweep sweep;
    private final SweepSpec spec;
    private final SweepTrials trials;
    private final Store store;
    private final SweepStarted started;
    private final Reconciler.Outcome found;

    /**
     * @param started the driver's first event
     * @param found what was on record before
     */
    EngineParts(CheckedSweep sweep, Store store, SweepStarted started, Reconciler.Outcome found) {
        this.sweep = sweep;
        this.spec = sweep.spec();
        this.trials = sweep.trials();
        this.store = store;
        this.started = started;
        this.found = found;
    }

    /**
     * The engine, ready to run.
     *
     * @param emit puts an event on record and tells it, from the engine's thread
     * @param best the name of the best variant so far
     * @param listener must not throw
     */
    Engine engine(
            Journal journal,
            Consumer<SweepEvent> emit,
            Supplier<Optional<String>> best,
            Consumer<SweepEvent> listener) {
        return new Engine(source(), launcher(emit, best), sweep.facts(), escalation(), journal, limits(), listener);
    }

    /** Whether a trial is this driver's and has to run. */
    private boolean isToRun(TrialId trial) {
        return trials.has(trial) && !found.isSettled(trial);
    }

    private VariantSource source() {
        return new FiniteSource(
                        trials.order(), trials.repeats(), this::isToRun, trials::trial, trials::counted, points -> {
                            new Journals(store).added(started).forEach(trials::takeUp); // by other drivers, meanwhile
                            return trials.add(points);
                        })
                .beginningWith(trials.added());
    }

    private RunLauncher launcher(Consumer<SweepEvent> emit, Supplier<Optional<String>> best) {
        if (!spec.deploys()) {
            return new VariantRunner(sweep.runners(), sweep.results());
        }
        SweepDeployments deployments = new SweepDeployments(store, sweep.id(), emit);
        return new DeployedRunner(
                sweep.runners(),
                sweep.results(),
                deployments,
                new Companions(spec, sweep.runners(), deployments, store, emit),
                spec.deploy().keep(),
                LeftDeployment.of(
                        new Journals(store), sweep.id(), started.frozen().orElseThrow()),
                sweep.settings().takeOver(),
                this::isToRun,
                best,
                trial -> trials.trial(trial).variant().name());
    }

    private Escalation escalation() {
        return new Escalation(
                spec.run().sweep().retry(),
                Admission.ofThisMachine().machine().memoryBytes(),
                spec.deploys() ? Map.of() : found.resumable(),
                found.needs());
    }

    private EngineLimits limits() {
        SweepPolicy policy = spec.run().sweep();
        return new EngineLimits(sweep.settings().parallel(), trials::own, policy.maxFailures(), policy.budget());
    }
}
