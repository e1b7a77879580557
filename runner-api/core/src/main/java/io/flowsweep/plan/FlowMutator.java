package io.flowsweep.plan;

import java.util.function.UnaryOperator;

/**
 * Changes a plan after everything in it has been resolved: adds retries, other resources, an environment. A pure function of
 * the plan; it may be called several times for one run. Steps and their order cannot be changed. A flow names its own with
 * {@link Mutate}; a program gives more to {@link io.flowsweep.runner.Runner#with(FlowMutator)}.
 */
@FunctionalInterface
public interface FlowMutator extends UnaryOperator<FlowPlan> {}
