/**
 * What a run will do. {@link io.flowsweep.plan.FlowPlan} is immutable, fully resolved and serialisable to JSON; it is
 * built once from what a flow declares, with every check made, and every later stage reads it instead. For Java flows
 * {@link io.flowsweep.plan.FlowPlanner} is where to start reading.
 */
package io.flowsweep.plan;
