package io.flowsweep.executor.admission;

import java.util.Map;

/**
 * What a run asks of the machine.
 *
 * @param cpus whole processors, at least 0
 * @param memoryBytes at least 0; leased in units of 64 MiB, rounded up
 * @param exclusive whether it takes all processors, whatever {@code cpus} says, and so is alone on the machine
 * @param gpus how many, at least 0
 * @param pools by their names
 */
public record Need(int cpus, long memoryBytes, boolean exclusive, int gpus, Map<String, Share> pools) {

    /**
     * A part of a named pool. Whoever says that the pool is smaller leases of its first units only.
     *
     * @param units at least 0
     * @param size of the whole pool, at least 0
     */
    public record Share(int units, int size) {

        public Share {
            if (units < 0 || size < 0) {
                throw new IllegalArgumentException("a share is not negative, but got " + units + " of " + size);
            }
        }
    }

    public Need {
        if (cpus < 0) {
            throw new IllegalArgumentException("a need of CPUs is at least 0, but got " + cpus);
        }
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("a need of memory is at least 0 bytes, but got " + memoryBytes);
        }
        if (gpus < 0) {
            throw new IllegalArgumentException("a need of GPUs is at least 0, but got " + gpus);
        }
        pools = Map.copyOf(pools);
    }

    /** A need of processors and memory alone. */
    public Need(int cpus, long memoryBytes, boolean exclusive) {
        this(cpus, memoryBytes, exclusive, 0, Map.of());
    }

    /** The same, sharing the machine. */
    public static Need of(int cpus, long memoryBytes) {
        return new Need(cpus, memoryBytes, false);
    }

    /** For instance {@code 2 CPUs and 512 MiB}. */
    @Override
    public String toString() {
        return Amounts.describe(cpus, memoryBytes, gpus, Amounts.map(pools, Share::units))
                + (exclusive ? ", alone" : "");
    }
}
