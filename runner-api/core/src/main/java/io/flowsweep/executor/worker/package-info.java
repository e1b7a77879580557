/**
 * The executor {@code worker}: hosts are warm JVMs that carry out one run after the other.
 * {@link io.flowsweep.executor.worker.WorkerExecutor} is where to start; {@code WorkerPool} keeps the JVMs, {@code Worker} is
 * one of them, {@code WorkerHost} is one run in it. What is at the other end of the pipe is
 * {@link io.flowsweep.runtime.host.WorkerMain}.
 */
package io.flowsweep.executor.worker;
