package io.flowsweep.sweep.engine;

import io.flowsweep.client.Client;
import io.flowsweep.codec.Secrets;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.command.CommandExecutor;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import io.flowsweep.sweep.engine.frozen.AddedPoints;
import io.flowsweep.sweep.engine.frozen.Copies;
import io.flowsweep.sweep.engine.frozen.Freezer;
import io.flowsweep.sweep.engine.frozen.FrozenFlows;
import io.flowsweep.sweep.engine.frozen.Provenance;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.loop.Escalation;
import io.flowsweep.sweep.engine.loop.Limits;
import io.flowsweep.sweep.engine.past.Acceptances;
import io.flowsweep.sweep.engine.past.CodeNow;
import io.flowsweep.sweep.engine.past.Explanations;
import io.flowsweep.sweep.engine.past.PastResults;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.engine.past.RunIndex;
import io.flowsweep.sweep.engine.result.MetricReader;
import io.flowsweep.sweep.engine.result.OpenRuns;
import io.flowsweep.sweep.engine.result.RunResults;
import io.flowsweep.sweep.engine.result.Views;
import io.flowsweep.sweep.engine.run.Companions;
import io.flowsweep.sweep.engine.run.DeployedRunner;
import io.flowsweep.sweep.engine.run.LeftDeployment;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.run.Settings;
import io.flowsweep.sweep.engine.run.SweepDeployments;
import io.flowsweep.sweep.engine.run.VariantIdentities;
import io.flowsweep.sweep.engine.run.VariantRunner;
import io.flowsweep.sweep.engine.run.VariantRunners;
import io.flowsweep.sweep.engine.trial.FiniteSource;
import io.flowsweep.sweep.engine.trial.MemoryNeeds;
import io.flowsweep.sweep.engine.trial.SweepTrials;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.UnresolvableVariantException;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.engine.trial.VariantSource;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.Explanation;
import io.flowsweep.sweep.results.Forecast;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Shard;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.Variant;
import io.flowsweep.sweep.spec.SweepId;
import io.flowsweep.sweep.spec.SweepPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A sweep of which everything that can be checked has been: whatever a driver needs to begin. Nothing has been started or
 * written but compiled code.
 */
public final class CheckedSweep implements VariantFacts {

    private static final long MOST_DEPLOYED = 10_000;

    private final SweepSpec spec;
    private final Settings settings;
    private final VariantRunners runners;
    private final FlowPlan plan;
    private final ChartRequests charts;
    private final SweepTrials trials;
    private final Variants variants;
    private final RunResults results;
    private final Views views;
    private final FrozenFlows flows;
    private final List<PythonEnvironment> pythons;
    private final VariantIdentities identities;
    private Set<String> codes;

    CheckedSweep(
            SweepSpec spec,
            Variants variants,
            Settings settings,
            VariantRunners runners,
            FlowPlan plan,
            ChartRequests charts,
            FrozenFlows flows,
            List<PythonEnvironment> pythons) {
        this.spec = spec;
        this.settings = settings;
        this.variants = variants;
        this.runners = runners;
        this.plan = plan;
        this.charts = charts;
        this.trials = new SweepTrials(spec, variants, settings.shard(), settings.smoke());
        this.results = new RunResults(new MetricReader(spec.metrics()));
        this.views = new Views(spec);
        this.flows = flows;
        this.pythons = pythons;
        this.identities = new VariantIdentities(runners);
        this.codes = Set.of(plan.digest());
    }

    /**
     * Checks a sweep.
     *
     * @param variants of the sweep
     * @param copies what is used in the place of files as they are now
     * @throws InvalidInputException with all that is wrong, each problem with its place in the sweep file or the flow
     */
    public static CheckedSweep of(SweepSpec spec, Variants variants, Settings settings, Copies copies) {
        return SweepCheck.of(spec, variants, settings, copies);
    }

    Settings settings() {
        return settings;
    }

    List<ChartFile> charts() {
        return charts.files();
    }

    List<String> warnings() {
        return plan.warnings();
    }

    /** What is odd and not wrong, and which variants this machine can never run; of very many, some are looked at. */
    public List<String> remarks() {
        List<String> all = new ArrayList<>(warnings());
        MachineFits.reasons(VariantSample.of(variants), runners::runner).stream()
                .filter(reason -> warnings().stream().noneMatch(told -> sameCause(told, reason)))
                .forEach(all::add);
        return all;
    }

    private static boolean sameCause(String told, String reason) {
        return told.endsWith(reason.substring(reason.indexOf(": ") + 2));
    }

    String name() {
        return spec.name();
    }

    /** The sweep's id in its store. */
    String id() {
        return SweepId.of(spec);
    }

    /** Keeps the sweep as it is now, and returns what stands for it. */
    String freeze(Store store) {
        Optional<String> fresh = settings.fresh() ? Optional.of(Instant.now().toString()) : Optional.empty();
        return settings.frozen()
                .filter(address -> !settings.fresh())
                .orElseGet(() -> new Freezer(store)
                        .freeze(spec, settings.overrides(), flows, fresh)
                        .keep(store));
    }

    private PastResults past(Client client) {
        boolean curves = charts.files().stream().anyMatch(chart -> chart.spec().type() == ChartType.CURVES);
        return new PastResults(
                client,
                results,
                views.text(),
                new CodeNow(plan, spec.flow(), Stores.in(settings.store())),
                identities::configs,
                variant -> runners.python(variant).map(PythonRequest::settings),
                boundPaths(),
                curves);
    }

    /** As a difference of configs has them: with the config's name where there are several. */
    private Set<String> boundPaths() {
        return spec.bind().stream()
                .filter(bound -> Axis.isConfig(Axis.root(bound.path())))
                .map(bound -> bound.path().substring(bound.path().indexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    /**
     * Looks for what the store holds of it.
     *
     * @param waits whether to wait until nothing lives any more of the runs of a driver that died
     */
    Reconciler reconciler(Journals journals, Client client, boolean waits) {
        PastResults past = past(client);
        OpenRuns open = new OpenRuns(client, plan.flow(), results, waits && !spec.deploys());
        return new Reconciler(trials, journals, this, past, open, settings.repeated());
    }

    /** What a driver that began now would find; see {@link Forecast}. Nothing is changed. */
    public Forecast forecast(Store store) {
        Reconciler.Outcome seen = Earlier.seen(this, store);
        return new Forecast(
                seen.found(), trials.isOpen(), seen.known(), trials.repeats(), new Journals(store).working(id()));
    }

    /** What may be reused when its files are not as they were. */
    RunIndex index(Store store) {
        codes = new Acceptances(store, id()).equivalent(plan.digest());
        if (settings.fresh()) {
            return RunIndex.empty();
        }
        SweepPolicy.Reuse reuse = spec.reuse();
        String machine = Owner.self().machine();
        return RunIndex.read(new Journals(store), id(), codes, start -> switch (reuse) {
            case ANYWHERE -> true;
            case SAME_HOST -> start.owner().machine().equals(machine);
            case NEVER -> false;
        });
    }

    /**
     * @param settled whether a trial need not run
     * @param mates what other drivers of the same variants have added, when it is asked
     */
    VariantSource source(Predicate<TrialId> settled, Supplier<List<VariantsAdded>> mates) {
        return new FiniteSource(
                        trials.order(),
                        trials.repeats(),
                        trial -> trials.has(trial) && !settled.test(trial),
                        trials::trial,
                        trials::counted,
                        points -> {
                            mates.get().forEach(trials::takeUp);
                            return trials.add(points);
                        })
                .beginningWith(trials.added());
    }

    /** Points for {@link Driver#add}. */
    AddedPoints points(Store store, String frozen, List<SweepOverride> values) {
        return AddedPoints.of(store, id(), frozen, spec.variation().completion(), trials.now(), values);
    }

    /**
     * @param settled whether a trial need not run
     * @param left what drivers that died have left deployed
     * @param journal puts an event on record, from the engine's thread
     * @param best the name of the best variant so far
     */
    RunLauncher launcher(
            Store store,
            Predicate<TrialId> settled,
            List<LeftDeployment> left,
            Consumer<SweepEvent> journal,
            Supplier<Optional<String>> best) {
        if (!spec.deploys()) {
            return new VariantRunner(runners, results);
        }
        SweepDeployments deployments = new SweepDeployments(store, id(), journal);
        return new DeployedRunner(
                runners,
                results,
                deployments,
                new Companions(spec, runners, deployments, store, journal),
                spec.deploy().keep(),
                left,
                settings.takeOver(),
                trial -> trials.has(trial) && !settled.test(trial),
                best,
                trial -> trials.trial(trial).variant().name());
    }

    /**
     * A deployer for each variant, which calls it by the sweep's name and its own; by the sweep's id where overrides
     * make another sweep of the file.
     *
     * @param tag that each carries
     */
    public List<Deployer> deployers(String tag) {
        Variants variants = trials.now();
        Space.Count count = variants.space().count(MOST_DEPLOYED + 1);
        if (count.value().compareTo(BigInteger.valueOf(MOST_DEPLOYED)) > 0) {
            throw new InvalidInputException(
                    "the sweep has " + count + " variants, and at most " + MOST_DEPLOYED + " are deployed",
                    spec.file().toString(),
                    "Set limit, or choose some with overrides.");
        }
        String prefix = spec.overrides().isEmpty() ? spec.name() : id();
        return variants.stream()
                .map(variant ->
                        SweepDeployments.deployer(runners.runner(variant).tag(tag), prefix, variant.name()))
                .toList();
    }

    /** What drivers of the sweep that died have left deployed; nothing of a sweep that does not deploy. */
    List<LeftDeployment> left(Journals journals, String frozen) {
        return spec.deploys() ? LeftDeployment.of(journals, id(), frozen) : List.of();
    }

    Escalation escalation(Map<TrialId, String> resumable, MemoryNeeds needs) {
        return new Escalation(
                spec.run().sweep().retry(),
                Admission.ofThisMachine().machine().memoryBytes(),
                spec.deploys() ? Map.of() : resumable,
                needs);
    }

    Limits limits() {
        SweepPolicy policy = spec.run().sweep();
        return new Limits(settings.parallel(), trials::own, policy.maxFailures(), policy.budget());
    }

    @Override
    public String identity(Variant variant) {
        return identities.of(variant);
    }

    @Override
    public List<String> identities(Variant variant) {
        return identities.of(variant, codes);
    }

    /** Why a variant would be run now, or not; only what is on record of this sweep and what may be reused counts. */
    public Explanation explain(Store store, String name, int repeat) {
        Journals journals = new Journals(store);
        journals.newestOf(id(), freeze(store)).map(journals::added).ifPresent(added -> added.forEach(trials::takeUp));
        RunIndex index = index(store);
        PastResults past = past(Client.of(store));
        for (long variant = 0; trials.hasVariant(variant); variant++) {
            Trial trial = trials.trial(new TrialId(variant, repeat));
            if (trial.variant().name().equals(name)) {
                return Explanations.of(trial, identities(trial.variant()), index, past);
            }
        }
        return Explanations.detached(name, index);
    }

    /** Declares that the code as it is now gives the same results as another; whether they differ at all. */
    public boolean accept(Store store, Optional<String> before) {
        boolean differs = before.filter(code -> !code.equals(plan.digest())).isPresent();
        before.filter(code -> differs).ifPresent(code -> new Acceptances(store, id()).accept(plan.digest(), code));
        return differs;
    }

    @Override
    public Map<String, Object> values(Variant variant) {
        Map<String, Object> values = new LinkedHashMap<>(variant.point());
        charts.details().forEach(detail -> values.put(detail.path(), ChartRequests.value(variant, detail.path())));
        return Secrets.maskedUrls(values);
    }

    /** What there is to run it on, and to hold it to its resources; found out now, if it was not before. */
    MachineFound machine() {
        return MachineShare.of(
                settings.executor(),
                plan.command().isPresent(),
                () -> runners.runner(trials.trial(new TrialId(0, 0)).variant()).need());
    }

    /** What the sweep comes from and what drives it; all of it is kept in the store. */
    EnvironmentFound environment(Store store, String frozen) {
        Variant first;
        try {
            first = trials.trial(new TrialId(0, 0)).variant();
        } catch (UnresolvableVariantException e) {
            first = e.trial().variant();
        }
        return new Provenance(spec, plan, first, settings.overrides(), pythons).keep(store, frozen);
    }

    /** Whatever is asked for, commands are started as they are. */
    private String shownExecutor() {
        boolean commands = spec.axes().stream()
                .filter(axis -> axis.root().equals("flow"))
                .findFirst()
                .map(flows -> flows.domain().size() == spec.commands().size())
                .orElse(plan.command().isPresent());
        return commands ? CommandExecutor.OF_THIS_PROCESS.name() : settings.executor();
    }

    /** The first event of a driver, as of now. */
    SweepStarted started(int driver, String frozen, Optional<Found> found) {
        return new SweepStarted(
                Instant.now(),
                id(),
                spec.name(),
                spec.file().toString(),
                plan.flow(),
                trials.variants(),
                trials.isOpen() ? Optional.of(true) : Optional.empty(),
                spec.axes().stream().map(ValueColumn::of).toList(),
                charts.details(),
                views.columns(),
                spec.objective(),
                views.baseline(),
                shownExecutor(),
                settings.parallel(),
                settings.store().toString(),
                Owner.self(),
                trials.repeats(),
                driver,
                Optional.of(settings.shard()).filter(part -> part.of() > 1).map(Shard::toString),
                Optional.of(frozen),
                Optional.of(plan.digest()),
                Optional.of(views.text()),
                found,
                spec.repeats().seedPath());
    }
}
