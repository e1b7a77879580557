package io.flowsweep.sweep;

import io.flowsweep.dependencies.SourceResources;
import io.flowsweep.executor.Executors;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.planner.decorator.DeclaredResources;
import io.flowsweep.sweep.engine.check.VariantSample;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What runs of variants will ask for, as far as that is told without compiling anything. Thread-safe. */
final class VariantResources {

    private final SweepSpec spec;
    private final Variants variants;
    private final Map<Path, Optional<DeclaredResources>> declared = new ConcurrentHashMap<>();

    VariantResources(SweepSpec spec, Variants variants) {
        this.spec = spec;
        this.variants = variants;
    }

    /** {@code run.resources}, and what the flow's source tells; empty when neither asks for anything. */
    Optional<ResourcePlan> of(Variant variant) {
        Optional<ResourcePlan> ofFlow = declared(spec.flow(variant))
                .filter(asked -> !asked.isEmpty())
                .map(asked -> asked.of(variant.configsOf(asked.configs()), path -> place(variant, path)));
        return variants.policy(variant)
                .resources()
                .map(asked -> asked.instead(ofFlow.orElse(ResourcePlan.LEAST)))
                .or(() -> ofFlow);
    }

    /** @param path with the config's name in the flow */
    private Optional<String> place(Variant variant, String path) {
        int dot = path.indexOf('.');
        boolean one = variant.configs().isEmpty();
        return dot < 0
                ? Optional.empty()
                : variants.origin(variant, one ? "config" + path.substring(dot) : "configs." + path);
    }

    /**
     * Sees that runs lease a processor or say what memory they take, as far as that is told without compiling anything.
     *
     * @throws io.flowsweep.errors.InvalidInputException when those of some variant do neither
     */
    void checkShares() {
        boolean asks = spec.blocks().run().containsKey("resources")
                || spec.axes().stream().anyMatch(axis -> axis.path().startsWith("run.resources"));
        if (asks) {
            VariantSample.eachValue(variants)
                    .filter(this::isBounded)
                    .forEach(variant -> of(variant)
                            .ifPresent(plan -> plan.checkShare(variants.origin(variant, "run.resources.cpu")
                                    .orElse(""))));
        }
    }

    private boolean isBounded(Variant variant) {
        Path flow = spec.flow(variant);
        boolean command = spec.flowInCode(flow).flatMap(FlowInCode::command).isPresent();
        return command
                || declared(flow).isPresent()
                        && Executors.bounds(variants.policy(variant).executor());
    }

    /** Empty when that cannot be told. */
    private Optional<DeclaredResources> declared(Path flow) {
        return declared.computeIfAbsent(flow, SourceResources::read);
    }
}
