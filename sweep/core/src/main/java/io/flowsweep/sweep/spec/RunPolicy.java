package io.flowsweep.sweep.spec;

import io.flowsweep.plan.ResourceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How variants are run: the {@code run { }} block.
 *
 * @param executor the executor's name; default {@code process}
 * @param parallel the most runs in flight; empty for {@code auto}: as many as the machine admits
 * @param variantTimeout the bound of one run; empty for none
 * @param exclusive one variant at a time, alone on the machine; default false
 * @param resources what a run gets instead of what its flow asks for; by default nothing
 * @param pools the sizes of named pools
 * @param oversubscribe whether a variant runs that asks for more than the machine has; default false
 * @param sweep what the sweep's driver carries out
 */
public record RunPolicy(
        String executor,
        OptionalInt parallel,
        Optional<Duration> variantTimeout,
        boolean exclusive,
        Optional<ResourceRequest> resources,
        Map<String, Integer> pools,
        boolean oversubscribe,
        SweepPolicy sweep) {}
