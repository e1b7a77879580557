/**
 * Holds processes to what they were given. {@link io.flowsweep.executor.limits.Limits} starts a process so, whichever executor wants
 * it; a {@code Watchdog} then looks after its memory and that of all it starts. {@link io.flowsweep.executor.limits.HeapSize} says how
 * much of a task's memory is its JVM's heap, {@link io.flowsweep.executor.limits.ProcessTree} ends a process with all it has started.
 */
package io.flowsweep.executor.limits;
