/**
 * What a run will do. {@link io.flowsweep.plan.FlowPlan} is immutable, fully resolved and serialisable to JSON
 * ({@link io.flowsweep.plan.json}); it is built once from what a flow declares, with every check made, and every later stage reads it
 * instead. Plans of Java flows are made by {@link io.flowsweep.planner}, others by their kind of flow.
 *
 * <p>A plan may be changed by a {@link io.flowsweep.plan.FlowMutator} or by a decorator from outside
 * ({@link io.flowsweep.plan.Decospec}), which works on attributes as those of a flow do ({@link io.flowsweep.plan.attributes}).
 */
package io.flowsweep.plan;
