/**
 * Carries out a plan inside a host. {@link io.flowsweep.runtime.RunExecution} runs the steps and writes the host's log;
 * {@code HostMain} is the main class of a host that is a process of its own. Lean on purpose: a host loads the JDK
 * and this module, and of it neither HOCON nor the planner.
 */
package io.flowsweep.runtime;
