package io.flowsweep.sweep.engine;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.executor.Executors;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.engine.check.FlowChecks;
import io.flowsweep.sweep.engine.check.FolderChecks;
import io.flowsweep.sweep.engine.check.MachineFits;
import io.flowsweep.sweep.engine.check.VariantJdks;
import io.flowsweep.sweep.engine.check.VariantSample;
import io.flowsweep.sweep.engine.frozen.FrozenFlows;
import io.flowsweep.sweep.engine.run.Companions;
import io.flowsweep.sweep.engine.run.Libraries;
import io.flowsweep.sweep.engine.run.Settings;
import io.flowsweep.sweep.engine.run.VariantRunners;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.DeployPolicy.Companion;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a sweep before anything of it is started: files, flow, libraries, charts, machine. */
final class SweepCheck {

    private final SweepSpec spec;
    private final Variants variants;
    private final Settings settings;
    private final VariantRunners runners;
    private final FrozenFlows flows = new FrozenFlows();

    private SweepCheck(SweepSpec spec, Variants variants, Settings settings) {
        this.spec = spec;
        this.variants = variants;
        this.settings = settings;
        this.runners = new VariantRunners(spec, variants, settings);
    }

    /** See {@link CheckedSweep#of}. */
    static CheckedSweep of(SweepSpec spec, Variants variants, Settings settings) {
        checkPlaces(spec, settings);
        return new SweepCheck(spec, variants, settings).checked();
    }

    /** What can be said before the flow is looked at: who runs it, and where things are written. */
    private static void checkPlaces(SweepSpec spec, Settings settings) {
        List<Problem> problems = new ArrayList<>();
        try {
            Executors.named(settings.executor());
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> problems.add(placed(problem, spec, settings)));
        }
        if (spec.deploys() && settings.executor().equals("inline")) {
            problems.add(Problem.of(
                    "variants that are deployed cannot be run by the executor inline, whose runs end with their driver",
                    spec.file().toString(),
                    "Set run.executor = process, or worker."));
        }
        FolderChecks.check("the results", settings.results(), "Name another folder with --results DIR", problems);
        FolderChecks.check("the store", settings.store(), "Name another folder with --store DIR", problems);
        InvalidInputException.throwIfAny(problems);
    }

    /** In the sweep file, when that names the executor. */
    private static Problem placed(Problem problem, SweepSpec spec, Settings settings) {
        return settings.executor().equals(spec.run().executor())
                ? Problem.of(
                        problem.what(),
                        spec.source().places().getOrDefault("run.executor", SourcePlaces.of(spec.file())),
                        problem.cure())
                : problem;
    }

    private CheckedSweep checked() {
        Libraries libraries = libraries();
        List<String> lacking = libraries.resolve();
        List<String> jdks = settings.edition().frozen().isEmpty() ? VariantJdks.check(spec, variants) : List.of();
        FlowPlan plan = checkedPlan();
        flows.addFiles(spec.deploy().also().stream().map(Companion::flow).toList());
        flows.addFiles(libraries.files());
        flows.addPackages(libraries.packages());
        if (!spec.flows().sources().isEmpty()) {
            VariantSample.of(variants).forEach(variant -> flows.addFiles(runners.sourceFiles(variant)));
        }
        if (settings.strict()) {
            MachineFits.check(variants, runners::runner, spec.file().toString());
        }
        ChartRequests charts = new ChartRequests(spec, variants.get(0));
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(variants.warnings());
        warnings.addAll(lacking);
        warnings.addAll(jdks);
        FlowPlan warned = plan.withWarnings(warnings);
        return new CheckedSweep(spec, variants, settings, runners, warned, charts, flows, libraries.pythons());
    }

    /** The plan of the first variant, when the flow fits the sweep and all that are deployed beside it do. */
    private FlowPlan checkedPlan() {
        List<Problem> problems = new ArrayList<>();
        Variant first = variants.get(0);
        Optional<FlowPlan> plan = new FlowChecks(
                        spec.file(),
                        variants.space(),
                        variants.soon().value(),
                        path -> variants.origin(first, path),
                        this::plan)
                .check(spec.views().metrics(), problems);
        if (spec.deploys()) {
            Companions.check(spec, runners, problems);
        }
        if (plan.isEmpty() || !problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return plan.get();
    }

    private FlowPlan plan(long index) {
        Variant variant = variants.get(index);
        Runner runner = runners.runner(variant);
        FlowPlan plan = runner.plan();
        if (plan.command().isPresent() || Executors.bounds(runners.executor(variant))) {
            plan.resources()
                    .checkShare(variants.origin(variant, "run.resources.cpu").orElse(""));
        }
        flows.add(spec.flow(variant), plan, runner, runners.defaults(variant));
        return plan;
    }

    /** The libraries and Pythons of all variants, or of a sample of very many. */
    private Libraries libraries() {
        boolean asks = spec.asksForPython()
                || runners.runner(variants.get(0)).preparation().asksForLibraries();
        return Libraries.of(asks ? VariantSample.of(variants) : Stream.empty(), runners);
    }
}
