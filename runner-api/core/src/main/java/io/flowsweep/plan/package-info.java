/**
 * What a run will do. {@link io.flowsweep.plan.FlowPlan} is immutable, fully resolved and serialisable to JSON; it is
 * built once from a flow's annotations, with every check made, and every later stage reads it instead of the annotations.
 */
package io.flowsweep.plan;
