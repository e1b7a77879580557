package io.flowsweep.executor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host is given of a machine, for itself and all that it starts.
 *
 * @param cpu whole processors; with 0 it has none for itself, and runs on any
 * @param memoryBytes at least 1
 * @param gpu how many GPUs
 * @param pools units of named pools, for instance of licences
 * @param slots which processors and GPUs these are; empty when no lease on this machine has said so
 */
public record HostResources(int cpu, long memoryBytes, int gpu, Map<String, Integer> pools, Optional<Slots> slots) {

    public HostResources {
        pools = Map.copyOf(pools);
    }

    /**
     * Leased parts of this machine, by the numbers that its operating system gives them.
     *
     * @param processors as many as the host's {@code cpu}
     * @param gpus as many as the host's {@code gpu}
     */
    public record Slots(List<Integer> processors, List<Integer> gpus) {

        public Slots {
            processors = List.copyOf(processors);
            gpus = List.copyOf(gpus);
        }
    }

    /** The same in other slots. */
    public HostResources in(Optional<Slots> others) {
        return new HostResources(cpu, memoryBytes, gpu, pools, others);
    }

    /** Processors and memory alone, wherever they are. */
    public static HostResources of(int cpu, long memoryBytes) {
        return new HostResources(cpu, memoryBytes, 0, Map.of(), Optional.empty());
    }
}
