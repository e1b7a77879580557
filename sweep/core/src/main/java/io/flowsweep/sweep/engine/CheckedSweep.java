package io.flowsweep.sweep.engine;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.events.Owner;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executors;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.RetryPolicy;
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
import java.util.stream.LongStream;

/**
 * A sweep of which everything that can be checked has been: whatever a driver needs to begin. Nothing has been started or
 * written but compiled code.
 */
public final class CheckedSweep implements VariantFacts {

    /** Of a larger sweep, the libraries of a sample are resolved before it starts. */
    private static final int MOST_ASKED = 1000;

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
        Variants variants = new Variants(spec);
        VariantRunners runners = new VariantRunners(spec, variants, settings);
        Variant first = variants.get(0);
        List<String> lacking = libraries(spec, variants, runners);
        Optional<FlowPlan> plan = new FlowChecks(
                        spec.file(),
                        spec.space(),
                        path -> variants.origin(first, path),
                        index -> runners.runner(variants.get(index)))
                .check(spec.metrics(), problems);
        if (plan.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        if (settings.strict()) {
            MachineFits.check(variants, runners::runner, spec.file().toString());
        }
        ChartRequests charts = new ChartRequests(spec, first);
        List<String> warnings = new ArrayList<>(plan.get().warnings());
        warnings.addAll(lacking);
        return new CheckedSweep(spec, variants, settings, runners, plan.get().withWarnings(warnings), charts);
    }

    /** Resolves the libraries of all variants, or of a sample of very many; what of them cannot be had. */
    private static List<String> libraries(SweepSpec spec, Variants variants, VariantRunners runners) {
        if (!runners.runner(variants.get(0)).asksForLibraries()) {
            return List.of();
        }
        LongStream.Builder sample = LongStream.builder().add(0);
        AxisValues.forEach(spec.space(), (axis, index) -> sample.add(index));
        boolean all = variants.size().compareTo(BigInteger.valueOf(MOST_ASKED)) <= 0;
        LongStream indices = all ? LongStream.range(0, variants.size().longValueExact()) : sample.build();
        return Libraries.of(indices.mapToObj(variants::get), runners::runner).resolve();
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

    /** The sweep's id in its store. */
    String id() {
        return SweepId.of(spec);
    }

    VariantSource source() {
        return new FiniteSource(
                TrialOrder.interleaved(size(), spec.repeats().n()),
                spec.repeats().n(),
                trial -> settings.shard().has(trial.variant()),
                this::trial);
    }

    private Trial trial(TrialId id) {
        try {
            return new Trial(variants.get(id.variant(), id.repeat()));
        } catch (InvalidInputException e) {
            Map<String, Object> point = spec.space().get(id.variant());
            String name = new VariantNames(spec.space().axes()).name(point);
            Variant variant = new Variant(id.variant(), name, point, Map.of(), Map.of());
            throw new UnresolvableVariantException(
                    new Trial(variant.repeated(spec.repeats().repeat(id.repeat()), variant.values())), e);
        }
    }

    RunLauncher launcher() {
        return new VariantRunner(runners, new MetricReader(spec.metrics()));
    }

    Escalation escalation() {
        return new Escalation(
                RetryPolicy.NONE, Admission.ofThisMachine().machine().memoryBytes());
    }

    Limits limits() {
        return Limits.of(settings.parallel());
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

    /** What there is to run it on, and to hold it to its resources; found out now, if it was not before. */
    MachineFound machine() {
        Machine machine = Machine.current();
        boolean bounded = Executors.named(settings.executor()).capabilities().contains(Capability.BOUNDS_RESOURCES);
        return new MachineFound(
                Instant.now(),
                machine.cpus(),
                machine.memoryBytes(),
                bounded ? first() : Optional.empty(),
                bounded ? io.flowsweep.executor.limits.Limits.ofThisMachine().means() : List.of());
    }

    private Optional<String> first() {
        try {
            return Optional.of(runners.runner(variants.get(0)).need().toString());
        } catch (FlowSweepException e) {
            return Optional.empty(); // it is skipped when its turn comes, with the reason
        }
    }

    /** The first event of a driver, as of now. */
    SweepStarted started(int driver) {
        return new SweepStarted(
                Instant.now(),
                id(),
                spec.name(),
                spec.file().toString(),
                plan.flow(),
                size(),
                spec.space().axes().stream().map(ValueColumn::of).toList(),
                charts.details(),
                spec.metrics().stream()
                        .map(m -> new MetricColumn(m.name(), m.unit(), m.goal()))
                        .toList(),
                spec.objective(),
                settings.executor(),
                settings.parallel(),
                settings.store().toString(),
                Owner.self(),
                spec.repeats().n(),
                driver,
                Optional.of(settings.shard()).filter(part -> part.of() > 1).map(Shard::toString),
                Optional.empty(),
                Optional.of(plan.digest()),
                Optional.empty());
    }

    private long size() {
        return variants.size().longValueExact();
    }
}
