/**
 * Starts hosts. {@link io.flowsweep.executor.Executor} is the SPI, found by name through
 * {@link io.flowsweep.executor.ExecutorProvider}; a {@link io.flowsweep.executor.HostSpec} says what to start, a
 * {@link io.flowsweep.executor.HostHandle} is a host under way. The sub-packages hold {@code inline}, {@code process} and the
 * machine-wide {@code admission}.
 */
package io.flowsweep.executor;
