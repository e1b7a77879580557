package io.flowsweep.sweep.engine.run;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.Scope;
import io.flowsweep.dependencies.SourceGlobs;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.engine.frozen.Copies;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.DeployPolicy.Companion;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.SweepId;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The runner of each variant: what all have in common, then the variant's own config and parameters. Thread-safe. */
public final class VariantRunners {

    /** @param compiled whether it is Java; any other code keeps its sources itself */
    private record Code(String digest, Map<String, ConfigPlan> defaults, boolean compiled) {}

    private static final long MEBIBYTE = 1 << 20;

    private final SweepSpec spec;
    private final Variants variants;
    private final Settings settings;
    private final Copies copies;

    /** By the flow's file: a sweep may vary the flow. */
    private final Map<Path, Runner> bases = new ConcurrentHashMap<>();

    private final Map<Path, List<String>> configNames = new ConcurrentHashMap<>();

    /** By the flow's file: whether its source asks for libraries. */
    private final Map<Path, Boolean> asking = new ConcurrentHashMap<>();

    private final LocalJars jars;
    private final FlowMutator reads;
    private final VariantPythons pythons;

    /** By the flow's file and its further sources. */
    private final Map<List<Object>, Code> codes = new ConcurrentHashMap<>();

    public VariantRunners(SweepSpec spec, Variants variants, Settings settings) {
        this.spec = spec;
        this.variants = variants;
        this.settings = settings;
        this.copies = settings.edition().copies();
        this.jars = new LocalJars(copies.files());
        this.reads = MetricReads.of(spec.views().metrics());
        this.pythons = new VariantPythons(spec, variants, copies.files());
    }

    /**
     * The runner of a variant.
     *
     * @throws io.flowsweep.errors.InvalidInputException when the flow itself is wrong
     */
    public Runner runner(Variant variant) {
        return given(variant, surrounded(variant, variants.policy(variant), Effort.FIRST));
    }

    /** Starts one attempt; see {@link Runner#start(Consumer)} and {@link Runner#resume(String, Consumer)}. */
    ExecutingRun start(Trial trial, Effort effort, Consumer<String> announced) {
        Variant variant = trial.variant();
        Runner runner = surrounded(variant, variants.policy(variant), effort);
        return effort.resumes().isPresent()
                ? runner.resume(effort.resumes().get(), announced)
                : given(variant, runner).start(announced);
    }

    /** The runner of one attempt that begins from the start, to be deployed. */
    Runner runner(Trial trial, Effort effort) {
        Variant variant = trial.variant();
        return given(variant, surrounded(variant, variants.policy(variant), effort));
    }

    /** The runner of a flow that is deployed beside the variants. */
    Runner companion(Companion companion) {
        Scope scope = spec.scope();
        Runner runner = code(companion.flow()).store(settings.store()).dependencyListener(settings.libraries());
        if (!companion.config().isEmpty()) {
            List<String> names = runner.preparation().configNames();
            Map<String, Object> config = new LinkedHashMap<>(companion.config());
            config.replaceAll((key, value) -> scope.expand(value, companion.where()));
            runner = runner.config(names.size() == 1 ? names.get(0) : "config", config);
        }
        for (Map.Entry<String, Object> parameter : companion.params().entrySet()) {
            runner = runner.parameter(parameter.getKey(), scope.expand(parameter.getValue(), companion.where()));
        }
        return runner;
    }

    /** The digest of all code that a variant runs but what it gets by coordinates. */
    String digest(Variant variant) {
        return digest(variant, code(variant).digest());
    }

    /** The same with other code of the flow. */
    String digest(Variant variant, String flow) {
        boolean mayNameJars = asking.computeIfAbsent(
                spec.flow(variant), file -> runner(variant).preparation().asksForLibraries());
        return pythons.with(mayNameJars ? jars.with(flow, runner(variant)) : flow, variant);
    }

    /** The configs that the flow of a variant has from elsewhere than the sweep, by name. */
    public Map<String, ConfigPlan> defaults(Variant variant) {
        return code(variant).defaults();
    }

    private Code code(Variant variant) {
        return codes.computeIfAbsent(List.of(spec.flow(variant), sources(variant)), flow -> {
            Runner runner = runner(variant);
            FlowPlan plan = runner.plan();
            Map<String, Map<String, Object>> given = variant.configsOf(configNames(variant, runner));
            Map<String, ConfigPlan> defaults = new TreeMap<>();
            plan.configs().stream()
                    .filter(config -> config.isGiven() && !given.containsKey(config.name()))
                    .forEach(config -> defaults.put(config.name(), config));
            return new Code(plan.digest(), defaults, plan.command().isEmpty());
        });
    }

    /** The Python that a variant asks for. */
    public Optional<PythonRequest> python(Variant variant) {
        return pythons.of(variant);
    }

    /** The configs that the sweep gives to a variant, by their names in the flow. */
    Map<String, Map<String, Object>> given(Variant variant) {
        return variant.configsOf(configNames(variant, runner(variant)));
    }

    /** The files that are compiled with the flow of a variant. */
    public List<Path> sourceFiles(Variant variant) {
        return code(variant).compiled()
                ? SourceGlobs.files(spec.flow(variant).getParent(), sources(variant))
                : List.of();
    }

    private Runner given(Variant variant, Runner plain) {
        Runner runner = plain;
        String source = "the sweep " + spec.name();
        Map<String, String> places = variants.configPlaces(variant);
        for (Map.Entry<String, Map<String, Object>> config :
                variant.configsOf(configNames(variant, plain)).entrySet()) {
            String root = variant.configs().isEmpty() ? "config" : ConfigPaths.child("configs", config.getKey());
            runner = runner.config(
                    config.getKey(), new ConfigSource.Value(config.getValue(), source, below(root, places)));
        }
        for (Map.Entry<String, Object> parameter : variant.params().entrySet()) {
            runner = runner.parameter(parameter.getKey(), parameter.getValue());
        }
        return runner;
    }

    /** The places of one config, by their paths in it. */
    private static Map<String, String> below(String root, Map<String, String> places) {
        Map<String, String> own = new LinkedHashMap<>();
        places.forEach((path, place) -> {
            if (path.startsWith(root + ".")) {
                own.put(path.substring(root.length() + 1), place);
            }
        });
        return own;
    }

    private Runner surrounded(Variant variant, RunPolicy policy, Effort effort) {
        Runner runner = base(variant)
                .tag("variant:" + variant.name())
                .tag(variants.tags(variant).toArray(String[]::new))
                .env(variant.environment())
                .names(variants.names(variant))
                .with(reads)
                .sources(sources(variant).toArray(String[]::new))
                .executor(executor(policy));
        runner = VariantJvm.given(runner, variant.jvm(), spec.file().getParent());
        runner = pythons.given(runner, variant);
        runner = policy.resources().isPresent() ? runner.with(policy.resources().get()::applyTo) : runner;
        runner =
                policy.variantTimeout().map(effort::scaled).map(runner::timeout).orElse(runner);
        if (effort.timeFactor() != 1) {
            runner = runner.with(plan -> plan.withRules(step -> step.rules()
                    .timeout()
                    .map(effort::scaled)
                    .map(step.rules()::withTimeout)
                    .orElse(step.rules())));
        }
        if (effort.memoryBytes().isPresent()) {
            long mebibytes = (effort.memoryBytes().get() + MEBIBYTE - 1) / MEBIBYTE;
            runner = runner.with("resources:memory=" + mebibytes + "MiB");
        }
        return runner;
    }

    private Runner base(Variant variant) {
        return bases.computeIfAbsent(spec.flow(variant), this::base);
    }

    private Runner base(Path flow) {
        Runner runner = code(flow)
                .store(settings.store())
                .dependencyListener(settings.libraries())
                .exclusive(spec.run().exclusive())
                .oversubscribe(settings.oversubscribe())
                .tag(SweepId.tag(SweepId.of(spec)));
        for (Map.Entry<String, Integer> pool : spec.run().pools().entrySet()) {
            runner = runner.pool(pool.getKey(), pool.getValue());
        }
        return runner;
    }

    private Runner code(Path flow) {
        Path copy = copies.files().get(flow);
        if (copy == null) {
            return spec.flowInCode(flow).map(FlowInCode::runner).orElseGet(() -> Runner.of(flow));
        }
        Runner runner = Runner.ofCopy(copy, flow, copies.files());
        for (Map.Entry<String, ConfigPlan> config :
                copies.configs().getOrDefault(flow, Map.of()).entrySet()) {
            runner = runner.config(config.getKey(), new ConfigSource.Recorded(config.getValue()));
        }
        return runner;
    }

    /** By which executor a variant is run. */
    public String executor(Variant variant) {
        return executor(variants.policy(variant));
    }

    /** What was asked for this time, else what the variant says. */
    private String executor(RunPolicy policy) {
        boolean asked = !settings.executor().equals(spec.run().executor());
        return asked ? settings.executor() : policy.executor();
    }

    /** The patterns of the sources that are compiled with the flow for a variant. */
    private List<String> sources(Variant variant) {
        if (spec.flows().sources().isEmpty()) {
            return List.of();
        }
        Scope scope = variants.scope(variant);
        return spec.flows().sources().stream()
                .map(pattern -> scope.expandText(pattern, spec.file().toString()))
                .toList();
    }

    private List<String> configNames(Variant variant, Runner runner) {
        return configNames.computeIfAbsent(
                spec.flow(variant), flow -> runner.preparation().configNames());
    }
}
