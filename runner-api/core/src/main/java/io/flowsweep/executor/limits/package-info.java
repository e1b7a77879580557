/**
 * Holds processes to what they were given. {@link io.flowsweep.executor.limits.HeapSize} says how much of a task's memory is its
 * JVM's heap.
 */
package io.flowsweep.executor.limits;
