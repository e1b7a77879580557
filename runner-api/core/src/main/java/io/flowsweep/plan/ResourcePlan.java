package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
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

    /**
     * Nothing but its memory says how many runs the machine can take that lease no processor.
     *
     * @param where that was asked for
     * @throws InvalidInputException when neither is known
     */
    public void checkShare(String where) {
        if (cpu == 0 && memoryBytes.isEmpty()) {
            throw new InvalidInputException(
                    "a run that leases no processor (cpu = 0) has no share of the memory either",
                    where,
                    "Say how much it may take, for instance memory = 500MB beside cpu = 0.");
        }
    }
}
