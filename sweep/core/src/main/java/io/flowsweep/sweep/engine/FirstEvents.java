package io.flowsweep.sweep.engine;

import io.flowsweep.events.Owner;
import io.flowsweep.executor.command.CommandExecutor;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.frozen.Provenance;
import io.flowsweep.sweep.engine.result.Views;
import io.flowsweep.sweep.engine.run.Settings;
import io.flowsweep.sweep.engine.trial.SweepTrials;
import io.flowsweep.sweep.engine.trial.UnresolvableVariantException;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.space.Shard;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.time.Instant;
import java.util.Optional;

/** What a driver puts on record before it starts a run: what it has set out to do, on which machine, and of what it is made. */
final class FirstEvents {

    private static final TrialId FIRST = new TrialId(0, 0);

    private final CheckedSweep sweep;
    private final SweepSpec spec;
    private final Settings settings;

    FirstEvents(CheckedSweep sweep) {
        this.sweep = sweep;
        this.spec = sweep.spec();
        this.settings = sweep.settings();
    }

    /** The very first, as of now. */
    SweepStarted started(int driver, String frozen, Optional<Found> found) {
        SweepTrials trials = sweep.trials();
        Views views = sweep.views();
        return new SweepStarted(
                Instant.now(),
                sweep.id(),
                spec.name(),
                spec.file().toString(),
                sweep.plan().flow(),
                trials.variants(),
                trials.isOpen() ? Optional.of(true) : Optional.empty(),
                spec.axes().stream().map(ValueColumn::of).toList(),
                sweep.details(),
                views.columns(),
                spec.views().objective(),
                views.baseline(),
                executor(),
                settings.parallel(),
                settings.store().toString(),
                Owner.self(),
                trials.repeats(),
                driver,
                Optional.of(settings.shard()).filter(part -> part.of() > 1).map(Shard::toString),
                Optional.of(frozen),
                Optional.of(sweep.plan().digest()),
                Optional.of(views.text()),
                found,
                spec.repeats().seedPath());
    }

    /** Whatever is asked for, commands are started as they are. */
    private String executor() {
        boolean commands = spec.axes().stream()
                .filter(axis -> axis.root().equals("flow"))
                .findFirst()
                .map(flows -> flows.domain().size() == spec.commands().size())
                .orElse(sweep.plan().command().isPresent());
        return commands ? CommandExecutor.OF_THIS_PROCESS.name() : settings.executor();
    }

    /** What there is to run it on, and to hold it to its resources; found out now, if it was not before. */
    MachineFound machine() {
        return MachineShare.of(
                settings.executor(),
                sweep.plan().command().isPresent(),
                () -> sweep.runners()
                        .runner(sweep.trials().trial(FIRST).variant())
                        .preparation()
                        .need());
    }

    /** What the sweep comes from and what drives it; all of it is kept in the store. */
    EnvironmentFound environment(Store store, String frozen) {
        Variant first;
        try {
            first = sweep.trials().trial(FIRST).variant();
        } catch (UnresolvableVariantException e) {
            first = e.trial().variant();
        }
        return new Provenance(spec, sweep.plan(), first, settings.edition().overrides(), sweep.pythons())
                .keep(store, frozen);
    }
}
