package io.flowsweep.sweep.engine;

import io.flowsweep.plan.ConfigSource;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.file.Variants;
import io.flowsweep.sweep.space.Variant;
import java.util.List;
import java.util.Map;

/** The runner of each variant: what all have in common, then the variant's own config and parameters. Thread-safe. */
final class VariantRunners {

    /** The name of the flow's config that gets the sweep's, unless the flow has just one. */
    private static final String CONFIG = "config";

    private final Variants variants;
    private final Runner base;
    private final String source;
    private String config;

    VariantRunners(SweepSpec spec, Variants variants, Settings settings) {
        this.variants = variants;
        this.source = "the sweep " + spec.name();
        Runner runner = Runner.of(spec.flow())
                .executor(settings.executor())
                .store(settings.store())
                .exclusive(spec.run().exclusive())
                .tag("sweep:" + SweepId.of(spec.file(), spec.name()));
        this.base = spec.run().variantTimeout().map(runner::timeout).orElse(runner);
    }

    /**
     * The runner of a variant.
     *
     * @throws io.flowsweep.errors.InvalidInputException when the flow itself is wrong
     */
    Runner runner(Variant variant) {
        Runner runner =
                base.tag("variant:" + variant.name()).tag(variants.tags(variant).toArray(String[]::new));
        if (!variant.config().isEmpty()) {
            runner = runner.config(configName(), new ConfigSource.Value(variant.config(), source));
        }
        for (Map.Entry<String, Object> parameter : variant.params().entrySet()) {
            runner = runner.parameter(parameter.getKey(), parameter.getValue());
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
