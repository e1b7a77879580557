package io.flowsweep.sweep.engine;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.events.Owner;
import io.flowsweep.executor.Executors;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.file.Variants;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.space.Variant;
import io.flowsweep.sweep.space.VariantNames;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep of which everything that can be checked has been: whatever a driver needs to begin. Nothing has been started or
 * written but compiled code.
 */
public final class CheckedSweep implements VariantFacts {

    private final SweepSpec spec;
    private final Variants variants;
    private final Settings settings;
    private final VariantRunners runners;
    private final FlowPlan plan;
    private final ChartRequests charts;

    private CheckedSweep(
            SweepSpec spec,
            Variants variants,
            Settings settings,
            VariantRunners runners,
            FlowPlan plan,
            ChartRequests charts) {
        this.spec = spec;
        this.variants = variants;
        this.settings = settings;
        this.runners = runners;
        this.plan = plan;
        this.charts = charts;
    }

    /**
     * Checks a sweep.
     *
     * @throws InvalidInputException with all that is wrong, each problem with its place in the sweep file or the flow
     */
    public static CheckedSweep of(SweepSpec spec, Settings settings) {
        List<Problem> problems = new ArrayList<>();
        try {
            Executors.named(settings.executor());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
        FolderChecks.check("the results", settings.results(), "Name another folder with --results DIR", problems);
        FolderChecks.check("the store", settings.store(), "Name another folder with --store DIR", problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        if (spec.repeats().n() > 1) {
            throw new InvalidInputException(
                    "repeats are not run by this version", spec.file().toString(), "Remove them.");
        }
        Variants variants = new Variants(spec);
        VariantRunners runners = new VariantRunners(spec, variants, settings);
        Variant first = variants.get(0);
        Optional<FlowPlan> plan = new FlowChecks(
                        spec.file(),
                        variants.space(),
                        path -> variants.origin(first, path),
                        index -> runners.runner(variants.get(index)))
                .check(spec.metrics(), problems);
        if (plan.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        ChartRequests charts = new ChartRequests(spec, first);
        return new CheckedSweep(spec, variants, settings, runners, plan.get(), charts);
    }

    Settings settings() {
        return settings;
    }

    List<ChartFile> charts() {
        return charts.files();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(variants.warnings());
        warnings.addAll(plan.warnings());
        return warnings;
    }

    VariantSource source() {
        return new FiniteSource(size(), this::variant);
    }

    private Variant variant(long index) {
        try {
            return variants.get(index);
        } catch (InvalidInputException e) {
            Map<String, Object> point = variants.space().get(index);
            String name = new VariantNames(spec.axes()).name(point);
            throw new UnresolvableVariantException(new Variant(index, name, point, Map.of(), Map.of()), e);
        }
    }

    RunLauncher launcher() {
        return new VariantRunner(runners::runner, new MetricReader(spec.metrics()));
    }

    @Override
    public String identity(Variant variant) {
        return variant.identity(runners.digest(variant));
    }

    @Override
    public Map<String, Object> values(Variant variant) {
        Map<String, Object> values = new LinkedHashMap<>(variant.point());
        charts.details().forEach(detail -> values.put(detail.path(), ChartRequests.value(variant, detail.path())));
        return values;
    }

    /** The sweep's first event, as of now. */
    SweepStarted started() {
        return new SweepStarted(
                Instant.now(),
                SweepId.of(spec.file(), spec.name()),
                spec.name(),
                spec.file().toString(),
                plan.flow(),
                size(),
                spec.axes().stream().map(ValueColumn::of).toList(),
                charts.details(),
                spec.metrics().stream()
                        .map(m -> new MetricColumn(m.name(), m.unit(), m.goal()))
                        .toList(),
                spec.objective(),
                settings.executor(),
                settings.parallel(),
                settings.store().toString(),
                Owner.self());
    }

    private long size() {
        BigInteger size = variants.size();
        if (size.bitLength() >= Long.SIZE) {
            throw new InvalidInputException(
                    "the sweep has " + size + " variants",
                    spec.file().toString(),
                    "Set limit, with shuffle to spread them.");
        }
        return size.longValueExact();
    }
}
