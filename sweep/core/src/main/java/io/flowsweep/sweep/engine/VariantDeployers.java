package io.flowsweep.sweep.engine;

import io.flowsweep.deployer.Deployer;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.engine.run.SweepDeployments;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.SweepSpec;
import java.math.BigInteger;
import java.util.List;

/** Deploys the variants of a sweep for good, not for single runs of a driver. */
public final class VariantDeployers {

    private static final long MOST = 10_000;

    private VariantDeployers() {}

    /**
     * A deployer for each variant, which calls it by the sweep's name and its own; by the sweep's id where overrides
     * make another sweep of the file.
     *
     * @param tag that each carries
     * @throws InvalidInputException when there are more than {@value #MOST}
     */
    public static List<Deployer> of(CheckedSweep sweep, String tag) {
        SweepSpec spec = sweep.spec();
        Variants variants = sweep.trials().now();
        Space.Count count = variants.space().count(MOST + 1);
        if (count.value().compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw new InvalidInputException(
                    "the sweep has " + count + " variants, and at most " + MOST + " are deployed",
                    spec.file().toString(),
                    "Set limit, or choose some with overrides.");
        }
        String prefix = spec.source().overrides().isEmpty() ? spec.name() : sweep.id();
        return variants.stream()
                .map(variant -> SweepDeployments.deployer(
                        sweep.runners().runner(variant).tag(tag), prefix, variant.name()))
                .toList();
    }
}
