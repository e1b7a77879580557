package io.flowsweep.executor.limits;

/**
 * The heap of a JVM that is to keep to an amount of memory with all it has: the rest is for its classes, compiled code, threads,
 * direct buffers, and for the processes that it starts.
 */
public final class HeapSize {

    /** The least memory with which a JVM can carry out a flow: 80 MiB. */
    public static final long LEAST_MEMORY = 80L << 20;

    /** What a JVM that carries out a small flow takes besides its heap; measured as 30 to 50 MiB on Java 17 and 25. */
    private static final long LEAST_REST = 64L << 20;

    private static final double HEAP_SHARE = 0.75;

    private HeapSize() {}

    /**
     * Three quarters of the memory, or all but 64 MiB when that is less.
     *
     * @param memoryBytes of the whole process; below {@link #LEAST_MEMORY} the heap does not shrink further
     */
    public static long of(long memoryBytes) {
        long memory = Math.max(LEAST_MEMORY, memoryBytes);
        return Math.min((long) (memory * HEAP_SHARE), memory - LEAST_REST);
    }
}
