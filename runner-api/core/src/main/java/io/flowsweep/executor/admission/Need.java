package io.flowsweep.executor.admission;

/**
 * What a run asks of the machine.
 *
 * @param cpus whole processors, at least 1
 * @param memoryBytes at least 0; leased in units of 64 MiB, rounded up
 * @param exclusive whether it takes all processors, whatever {@code cpus} says, and so is alone on the machine
 */
public record Need(int cpus, long memoryBytes, boolean exclusive) {

    public Need {
        if (cpus < 1) {
            throw new IllegalArgumentException("a need is at least 1 CPU, but got " + cpus);
        }
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("a need of memory is at least 0 bytes, but got " + memoryBytes);
        }
    }

    /** A need that shares the machine. */
    public static Need of(int cpus, long memoryBytes) {
        return new Need(cpus, memoryBytes, false);
    }

    /** For instance {@code 2 CPUs and 512 MiB}. */
    @Override
    public String toString() {
        return Machine.describe(cpus, memoryBytes) + (exclusive ? ", alone" : "");
    }
}
