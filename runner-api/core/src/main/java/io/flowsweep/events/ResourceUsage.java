package io.flowsweep.events;

/**
 * What a process took, with all that it started.
 *
 * @param peakMemoryBytes the most memory that was resident at once
 * @param cpuSeconds of all processors, those of processes that it started and waited for included
 * @param wallSeconds from its start to its end
 */
public record ResourceUsage(long peakMemoryBytes, double cpuSeconds, double wallSeconds) {

    /** Of two who looked at one process the larger figures: each may have missed something. */
    public ResourceUsage or(ResourceUsage other) {
        return new ResourceUsage(
                Math.max(peakMemoryBytes, other.peakMemoryBytes),
                Math.max(cpuSeconds, other.cpuSeconds),
                Math.max(wallSeconds, other.wallSeconds));
    }

    /** Of two processes, one after the other. */
    public ResourceUsage then(ResourceUsage other) {
        return new ResourceUsage(
                Math.max(peakMemoryBytes, other.peakMemoryBytes),
                cpuSeconds + other.cpuSeconds,
                wallSeconds + other.wallSeconds);
    }
}
