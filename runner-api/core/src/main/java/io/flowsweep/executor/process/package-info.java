/**
 * The executor {@code process}: each host is a fresh JVM. {@link io.flowsweep.executor.process.ProcessExecutor} starts and
 * ends them; {@code JavaCommand} says with what flags, {@code HostArchive} keeps the class-data archive that makes them start
 * fast, {@code ExitReason} explains how one ended.
 */
package io.flowsweep.executor.process;
