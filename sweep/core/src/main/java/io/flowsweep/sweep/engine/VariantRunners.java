package io.flowsweep.sweep.engine;

import io.flowsweep.plan.ConfigSource;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.file.Variants;
import io.flowsweep.sweep.space.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The runner of each variant: what all have in common, then the variant's own config and parameters. Thread-safe. */
final class VariantRunners {

    /** The name of the flow's config that gets the sweep's, unless the flow has just one. */
    private static final String CONFIG = "config";

    private static final long MEGABYTE = 1 << 20;

    private final Variants variants;
    private final Runner base;
    private final Optional<Duration> timeout;
    private final String source;
    private String config;

    VariantRunners(SweepSpec spec, Variants variants, Settings settings) {
        this.variants = variants;
        this.source = "the sweep " + spec.name();
        this.timeout = spec.run().variantTimeout();
        this.base = Runner.of(spec.flow())
                .executor(settings.executor())
                .store(settings.store())
                .exclusive(spec.run().exclusive())
                .tag("sweep:" + SweepId.of(spec.file(), spec.name()));
    }

    /**
     * The runner of a variant, for its plan.
     *
     * @throws io.flowsweep.errors.InvalidInputException when the flow itself is wrong
     */
    Runner runner(Variant variant) {
        Runner runner = tagged(variant);
        if (!variant.config().isEmpty()) {
            runner = runner.config(configName(), new ConfigSource.Value(variant.config(), source));
        }
        for (Map.Entry<String, Object> parameter : variant.params().entrySet()) {
            runner = runner.parameter(parameter.getKey(), parameter.getValue());
        }
        return runner;
    }

    /** Starts one attempt; see {@link Runner#start(Consumer)}. */
    ExecutingRun start(Trial trial, Effort effort, Consumer<String> announced) {
        return effort.resumes().isPresent()
                ? with(effort, tagged(trial.variant())).resume(effort.resumes().get(), announced)
                : with(effort, runner(trial.variant())).start(announced);
    }

    private Runner tagged(Variant variant) {
        return base.tag("variant:" + variant.name()).tag(variants.tags(variant).toArray(String[]::new));
    }

    private Runner with(Effort effort, Runner plain) {
        Runner runner = timeout.map(effort::scaled).map(plain::timeout).orElse(plain);
        if (effort.timeFactor() != 1) {
            runner = runner.with(plan -> plan.withRules(step -> step.rules()
                    .timeout()
                    .map(effort::scaled)
                    .map(step.rules()::withTimeout)
                    .orElse(step.rules())));
        }
        if (effort.memoryBytes().isPresent()) {
            long megabytes = (effort.memoryBytes().get() + MEGABYTE - 1) / MEGABYTE;
            runner = runner.with("resources:memory=" + megabytes + "MB");
        }
        return runner;
    }

    private synchronized String configName() {
        if (config == null) {
            List<String> names = base.flow().configNames();
            config = names.size() == 1 ? names.get(0) : CONFIG;
        }
        return config;
    }
}
