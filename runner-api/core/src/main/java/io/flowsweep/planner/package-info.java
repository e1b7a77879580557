/**
 * Makes plans of Java flows: what a class declares, with what a run is given, becomes a {@link io.flowsweep.plan.FlowPlan}.
 * {@link io.flowsweep.planner.FlowPlanner} is where to start reading. Only drivers plan; a host loads nothing of it.
 *
 * <p>Each part of a flow has a package, which knows how that part is declared, checked and resolved, and those below it:
 *
 * <ul>
 *   <li>{@link io.flowsweep.planner.decorator}: what the class says besides, such as its resources and libraries
 *   <li>{@link io.flowsweep.planner.config}, {@link io.flowsweep.planner.parameter} and {@link io.flowsweep.planner.step}
 *   <li>{@link io.flowsweep.planner.definition}: the class, read once
 * </ul>
 */
package io.flowsweep.planner;
