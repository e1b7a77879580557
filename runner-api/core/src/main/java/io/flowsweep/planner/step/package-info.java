/**
 * Steps of flows: {@link io.flowsweep.planner.step.StepPlans} plans them. {@code FlowGraph} is what they form, {@code BranchBalance}
 * matches its splits with its joins, {@code StepChecks} looks at each; {@code StepRules} and {@code SwitchCases} are resolved for each
 * plan.
 */
package io.flowsweep.planner.step;
