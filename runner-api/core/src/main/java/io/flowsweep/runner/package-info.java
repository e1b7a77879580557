/**
 * Runs flows from a program: {@link io.flowsweep.runner.Runner} says what to run and with what,
 * {@link io.flowsweep.runner.ExecutingRun} is a run under way, which its {@code RunOwner} answers for.
 * {@link io.flowsweep.runner.Preparation} does what goes before a run step by step; the code of a Java flow is a {@code FlowCode}.
 */
package io.flowsweep.runner;
