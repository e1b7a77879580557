/**
 * Carries out a plan inside a host. {@link io.flowsweep.runtime.RunExecution} is one host's part of a run: {@code Walk} says which
 * tasks are ready, {@code TaskScheduler} gives them to places, and {@code KnownTasks} finds those that were carried out before.
 *
 * <p>From the process down to the field of a flow, each package knows only those below it:
 *
 * <ul>
 *   <li>{@link io.flowsweep.runtime.host}: the processes that are hosts, for one run or for one after the other
 *   <li>this one: which task when
 *   <li>{@link io.flowsweep.runtime.place}: where, on a thread or in a process of its own
 *   <li>{@link io.flowsweep.runtime.task}: how, on an instance of the flow
 *   <li>{@link io.flowsweep.runtime.loading}, {@link io.flowsweep.runtime.artifact}, {@link io.flowsweep.runtime.log} and
 *       {@link io.flowsweep.runtime.time}: the flow's classes, its values, what goes on record, and clocks
 * </ul>
 *
 * <p>Lean on purpose: a host loads the JDK and this module, and of it neither HOCON nor the planner. What each run goes through uses
 * no lambda, stream or pattern, which a JVM would have to link at each start: hence the loops and the anonymous classes here, in
 * {@code codec} and in {@code events}.
 */
package io.flowsweep.runtime;
