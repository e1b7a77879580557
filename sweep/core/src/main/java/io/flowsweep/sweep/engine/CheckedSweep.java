package io.flowsweep.sweep.engine;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.check.MachineFits;
import io.flowsweep.sweep.engine.check.VariantSample;
import io.flowsweep.sweep.engine.frozen.AddedPoints;
import io.flowsweep.sweep.engine.frozen.Freezer;
import io.flowsweep.sweep.engine.frozen.FrozenFlows;
import io.flowsweep.sweep.engine.result.MetricReader;
import io.flowsweep.sweep.engine.result.RunResults;
import io.flowsweep.sweep.engine.result.Views;
import io.flowsweep.sweep.engine.run.Settings;
import io.flowsweep.sweep.engine.run.VariantIdentities;
import io.flowsweep.sweep.engine.run.VariantRunners;
import io.flowsweep.sweep.engine.trial.SweepTrials;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.spec.SweepId;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sweep of which everything that can be checked has been: whatever a driver needs to begin. Nothing has been started or
 * written but compiled code.
 */
public final class CheckedSweep {

    private final SweepSpec spec;
    private final Settings settings;
    private final VariantRunners runners;
    private final FlowPlan plan;
    private final ChartRequests charts;
    private final FrozenFlows flows;
    private final List<PythonEnvironment> pythons;
    private final Variants variants;
    private final SweepTrials trials;
    private final RunResults results;
    private final Views views;
    private final VariantIdentities identities;

    /**
     * @param plan of the first variant, with all warnings
     * @param flows what is to be kept of the code
     */
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
        this.flows = flows;
        this.pythons = pythons;
        this.trials = new SweepTrials(spec, variants, settings.shard(), settings.smoke());
        this.results = new RunResults(new MetricReader(spec.views().metrics()));
        this.views = new Views(spec);
        this.identities = new VariantIdentities(runners);
    }

    /**
     * Checks a sweep.
     *
     * @param variants of the sweep
     * @throws InvalidInputException with all that is wrong, each problem with its place in the sweep file or the flow
     */
    public static CheckedSweep of(SweepSpec spec, Variants variants, Settings settings) {
        return SweepCheck.of(spec, variants, settings);
    }

    /** The sweep's id in its store. */
    String id() {
        return SweepId.of(spec);
    }

    String name() {
        return spec.name();
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

    /** What decides the variant's result, as 64 hexadecimal digits. */
    public String identity(Variant variant) {
        return identities.of(variant);
    }

    /** What a store has of it. */
    public SweepPast past(Store store) {
        return new SweepPast(this, store);
    }

    /** Keeps the sweep as it is now, and returns what stands for it. */
    String freeze(Store store) {
        Optional<String> fresh = settings.fresh() ? Optional.of(Instant.now().toString()) : Optional.empty();
        return settings.edition()
                .frozen()
                .filter(address -> !settings.fresh())
                .orElseGet(() -> new Freezer(store)
                        .freeze(spec, settings.edition().overrides(), flows, fresh)
                        .keep(store));
    }

    /**
     * Points that it would have with other values of axes.
     *
     * @param frozen what stands for it
     * @param values by axes; none for no points
     * @throws InvalidInputException with all values that do not fit
     */
    AddedPoints added(Store store, String frozen, List<SweepOverride> values) {
        return values.isEmpty()
                ? AddedPoints.NONE
                : AddedPoints.of(store, id(), frozen, spec.variation().completion(), trials.now(), values);
    }

    SweepSpec spec() {
        return spec;
    }

    Settings settings() {
        return settings;
    }

    VariantRunners runners() {
        return runners;
    }

    FlowPlan plan() {
        return plan;
    }

    List<ChartFile> charts() {
        return charts.files();
    }

    /** The columns that are there for the charts' sake. */
    List<ValueColumn> details() {
        return charts.details();
    }

    List<PythonEnvironment> pythons() {
        return pythons;
    }

    SweepTrials trials() {
        return trials;
    }

    RunResults results() {
        return results;
    }

    Views views() {
        return views;
    }

    VariantIdentities identities() {
        return identities;
    }

    RecordedFacts facts() {
        return new RecordedFacts(identities, details());
    }
}
