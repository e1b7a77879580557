/**
 * What a flow may be besides a Java class. A {@link io.flowsweep.source.FlowSource} is a flow as {@code Runner} sees it: it has a
 * name and configs, and makes a {@link io.flowsweep.plan.FlowPlan} of what a run is given. Java flows are one kind of it, in
 * {@code runner}; a command line ({@code command}) and others are carried out by a process that is no JVM of ours, which the
 * plan's {@link io.flowsweep.plan.CommandPlan} describes.
 *
 * <p><b>To add a kind</b>, write
 * <ul>
 *   <li>a {@link io.flowsweep.source.FlowSource} whose plans have a {@code command()} and the steps that will be on record;
 *   <li>a {@link io.flowsweep.source.CommandSession}, which goes with one process: what only the run itself knows of its command
 *       line, what to make of each printed line, what tasks, values and artifacts there were, whether it succeeded;
 *   <li>a {@link io.flowsweep.source.FlowSourceProvider} that makes both, registered for {@code ServiceLoader}. It is found by
 *       name in a plan, or by what is in the file that {@code Runner.of(Path)} is given.
 * </ul>
 * and test it with the suite {@code FlowSourceContract}. Everything else is there: the process has a session (a process group) of
 * its own and its resources, is ended with all it started, also when the driver is killed, and what it prints is the run's log.
 */
package io.flowsweep.source;
