package io.flowsweep.sweep.engine;

import io.flowsweep.client.Client;
import io.flowsweep.events.Owner;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.past.Acceptances;
import io.flowsweep.sweep.engine.past.CodeNow;
import io.flowsweep.sweep.engine.past.Explanations;
import io.flowsweep.sweep.engine.past.PastResults;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.engine.past.RunIndex;
import io.flowsweep.sweep.engine.result.OpenRuns;
import io.flowsweep.sweep.engine.trial.SweepTrials;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.Explanation;
import io.flowsweep.sweep.results.Forecast;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.SweepPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A sweep held against what a store has of it: what earlier drivers have brought, and what it may reuse of others. */
public final class SweepPast {

    private final CheckedSweep sweep;
    private final Store store;
    private final Client client;
    private final Journals journals;

    SweepPast(CheckedSweep sweep, Store store) {
        this.sweep = sweep;
        this.store = store;
        this.client = Client.of(store);
        this.journals = new Journals(store);
    }

    /**
     * What a driver finds that begins now.
     *
     * @param frozen what stands for the sweep
     * @param earlier is told all that earlier drivers of the very same variants have put on record
     */
    Reconciler.Outcome taken(String frozen, Consumer<SweepEvent> earlier) {
        return outcome(frozen, !sweep.spec().deploys(), earlier);
    }

    /** The same for somebody who only looks, while another driver may be at work. Nothing is changed. */
    public Forecast forecast() {
        Reconciler.Outcome seen = outcome(sweep.freeze(store), false, event -> {});
        SweepTrials trials = sweep.trials();
        return new Forecast(
                seen.found(), trials.isOpen(), seen.known(), trials.repeats(), journals.working(sweep.id()));
    }

    /** @param waits whether to wait until nothing lives any more of the runs of a driver that died */
    private Reconciler.Outcome outcome(String frozen, boolean waits, Consumer<SweepEvent> earlier) {
        Reconciler reconciler = new Reconciler(
                sweep.trials(),
                journals,
                sweep.facts(),
                sweep.identities(),
                results(),
                new OpenRuns(client, sweep.plan().flow(), sweep.results(), waits),
                sweep.settings().repeated());
        return journals.newestOf(sweep.id(), frozen)
                .map(same -> reconciler.goOn(same, earlier))
                .orElseGet(() -> reconciler.begin(index()));
    }

    /**
     * Why a variant would be run now, or not; only what is on record of this sweep and what may be reused counts.
     *
     * @param name of the variant
     * @param repeat from 0
     */
    public Explanation explain(String name, int repeat) {
        SweepTrials trials = sweep.trials();
        journals.newestOf(sweep.id(), sweep.freeze(store))
                .map(journals::added)
                .ifPresent(added -> added.forEach(trials::takeUp));
        RunIndex index = index();
        for (long variant = 0; trials.hasVariant(variant); variant++) {
            Trial trial = trials.trial(new TrialId(variant, repeat));
            if (trial.variant().name().equals(name)) {
                return Explanations.of(trial, sweep.identities().of(trial.variant(), index.codes()), index, results());
            }
        }
        return Explanations.detached(name, index);
    }

    /** Declares that the code as it is now gives the same results as another; whether they differ at all. */
    public boolean accept(Optional<String> before) {
        String now = sweep.plan().digest();
        Optional<String> other = before.filter(code -> !code.equals(now));
        other.ifPresent(code -> new Acceptances(store, sweep.id()).accept(now, code));
        return other.isPresent();
    }

    /** What may be reused when its files are not as they were. */
    private RunIndex index() {
        if (sweep.settings().fresh()) {
            return RunIndex.empty();
        }
        Set<String> codes =
                new Acceptances(store, sweep.id()).equivalent(sweep.plan().digest());
        SweepPolicy.Reuse reuse = sweep.spec().reuse();
        String machine = Owner.self().machine();
        return RunIndex.read(journals, sweep.id(), codes, start -> switch (reuse) {
            case ANYWHERE -> true;
            case SAME_HOST -> start.owner().machine().equals(machine);
            case NEVER -> false;
        });
    }

    private PastResults results() {
        boolean curves = sweep.charts().stream().anyMatch(chart -> chart.spec().type() == ChartType.CURVES);
        return new PastResults(
                client,
                sweep.results(),
                sweep.views().text(),
                new CodeNow(sweep.plan(), sweep.spec().flow(), store),
                sweep.identities()::configs,
                variant -> sweep.runners().python(variant).map(PythonRequest::settings),
                boundPaths(sweep.spec()),
                curves);
    }

    /** As a difference of configs has them: with the config's name where there are several. */
    private static Set<String> boundPaths(SweepSpec spec) {
        return spec.base().bind().stream()
                .filter(bound -> Axis.isConfig(Axis.root(bound.path())))
                .map(bound -> bound.path().substring(bound.path().indexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
