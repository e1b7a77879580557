/**
 * Starts hosts. {@link io.flowsweep.executor.Executor} is the SPI, found by name through
 * {@link io.flowsweep.executor.ExecutorProvider}; a {@link io.flowsweep.executor.HostSpec} says what to start, a
 * {@link io.flowsweep.executor.HostHandle} is a host under way. Each executor has a package: {@code inline}, {@code process},
 * {@code worker}, and {@code command} for what is no JVM of ours. What they have in common is in {@code jvm}, {@code limits} and
 * {@code guard}; who may start how much on this machine, in {@code admission}.
 */
package io.flowsweep.executor;
