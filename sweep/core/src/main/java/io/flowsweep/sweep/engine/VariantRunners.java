package io.flowsweep.sweep.engine;

import io.flowsweep.plan.ConfigSource;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.file.RunPolicy;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.file.Variants;
import io.flowsweep.sweep.space.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The runner of each variant: what all have in common, then the variant's own config and parameters. Thread-safe. */
final class VariantRunners {

    /** The name of the flow's config that gets the sweep's, unless the flow has just one. */
    private static final String CONFIG = "config";

    private final SweepSpec spec;
    private final Variants variants;
    private final Settings settings;

    /** By the flow's file: a sweep may vary the flow. */
    private final Map<Path, Runner> bases = new ConcurrentHashMap<>();

    private final Map<Path, String> configNames = new ConcurrentHashMap<>();
    private final Map<Path, String> digests = new ConcurrentHashMap<>();

    VariantRunners(SweepSpec spec, Variants variants, Settings settings) {
        this.spec = spec;
        this.variants = variants;
        this.settings = settings;
    }

    /**
     * The runner of a variant.
     *
     * @throws io.flowsweep.errors.InvalidInputException when the flow itself is wrong
     */
    Runner runner(Variant variant) {
        RunPolicy policy = variants.policy(variant);
        Runner runner = base(variant)
                .tag("variant:" + variant.name())
                .tag(variants.tags(variant).toArray(String[]::new))
                .env(variant.environment())
                .executor(executor(policy));
        runner = policy.variantTimeout().map(runner::timeout).orElse(runner);
        String source = "the sweep " + spec.name();
        if (!variant.config().isEmpty()) {
            runner = runner.config(configName(variant), new ConfigSource.Value(variant.config(), source));
        }
        for (Map.Entry<String, Object> parameter : variant.params().entrySet()) {
            runner = runner.parameter(parameter.getKey(), parameter.getValue());
        }
        return runner;
    }

    /** The digest of the flow that a variant runs. */
    String digest(Variant variant) {
        return digests.computeIfAbsent(
                spec.flow(variant), flow -> runner(variant).plan().digest());
    }

    private Runner base(Variant variant) {
        return bases.computeIfAbsent(
                spec.flow(variant),
                flow -> Runner.of(flow)
                        .store(settings.store())
                        .exclusive(spec.run().exclusive())
                        .tag("sweep:" + SweepId.of(spec)));
    }

    /** What was asked for this time, else what the variant says. */
    private String executor(RunPolicy policy) {
        boolean asked = !settings.executor().equals(spec.run().executor());
        return asked ? settings.executor() : policy.executor();
    }

    private String configName(Variant variant) {
        return configNames.computeIfAbsent(spec.flow(variant), flow -> {
            List<String> names = base(variant).flow().configNames();
            return names.size() == 1 ? names.get(0) : CONFIG;
        });
    }
}
