/**
 * Carries out a plan inside a host. {@link io.flowsweep.runtime.RunExecution} runs the steps and writes the host's log;
 * {@code HostMain} is the main class of a host that is a process of its own. Lean on purpose: a host loads the JDK
 * and this module, and of it neither HOCON nor the planner. What each run goes through uses no lambda, stream or pattern, which a JVM
 * would have to link at each start: hence the loops and the anonymous classes here, in {@code codec} and in {@code events}.
 */
package io.flowsweep.runtime;
