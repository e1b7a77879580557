/**
 * The JVMs that hosts are. Which Java: {@link io.flowsweep.executor.jvm.Jdk}, found by {@link io.flowsweep.executor.jvm.Jdks}, and
 * whether it starts with a user's options: {@link io.flowsweep.executor.jvm.JvmCheck}. How one is started:
 * {@link io.flowsweep.executor.jvm.JavaCommand}, fast by the archives of {@code HostArchive}. How it ended:
 * {@link io.flowsweep.executor.jvm.ExitReason}, from what stands last in its {@link io.flowsweep.executor.jvm.HostOutput}.
 * {@link io.flowsweep.executor.jvm.DetachedJava} starts those that outlive this one.
 */
package io.flowsweep.executor.jvm;
