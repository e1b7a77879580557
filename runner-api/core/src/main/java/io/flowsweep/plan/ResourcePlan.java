package io.flowsweep.plan;

import java.util.Map;
import java.util.Optional;

/**
 * @param cpu whole processors; with 0 it leases none, and runs on any
 * @param memoryBytes of the whole task; absent: a fair share of the machine
 * @param gpu how many, at least 0
 * @param pools units of named pools
 */
public record ResourcePlan(int cpu, Optional<Long> memoryBytes, int gpu, Map<String, Integer> pools) {

    /** One processor, a fair share of the memory, and nothing else. */
    public static final ResourcePlan LEAST = of(1, Optional.empty());

    /** Processors and memory alone. */
    public static ResourcePlan of(int cpu, Optional<Long> memoryBytes) {
        return new ResourcePlan(cpu, memoryBytes, 0, Map.of());
    }
}
