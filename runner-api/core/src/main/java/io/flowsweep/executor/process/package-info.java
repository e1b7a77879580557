/**
 * The executor {@code process}: each host is a fresh JVM. {@link io.flowsweep.executor.process.ProcessExecutor} starts them,
 * {@code ProcessHost} is one under way.
 */
package io.flowsweep.executor.process;
