/**
 * Holds processes to what they were given. {@link io.flowsweep.executor.limits.ProcessLimits} starts a process so, whichever executor
 * wants it; a {@code Watchdog} then looks after its memory and that of all it starts.
 * {@link io.flowsweep.executor.limits.HeapSize} says how much of a task's memory is its JVM's heap.
 */
package io.flowsweep.executor.limits;
