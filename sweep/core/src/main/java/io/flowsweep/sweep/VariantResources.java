package io.flowsweep.sweep;

import io.flowsweep.dependencies.SourceResources;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.planner.decorator.DeclaredResources;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Variant;
import io.flowsweep.sweep.spec.SweepSpec;
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
        Optional<ResourcePlan> ofFlow =
                declared(spec.flow(variant)).map(asked -> asked.of(variant.configsOf(asked.configs())));
        return variants.policy(variant)
                .resources()
                .map(asked -> asked.instead(ofFlow.orElse(ResourcePlan.LEAST)))
                .or(() -> ofFlow);
    }

    private Optional<DeclaredResources> declared(Path flow) {
        return declared.computeIfAbsent(flow, SourceResources::read).filter(asked -> !asked.isEmpty());
    }
}
