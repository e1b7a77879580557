/**
 * Runs flows from a program: {@link io.flowsweep.runner.Runner} says what to run and with what,
 * {@link io.flowsweep.runner.ExecutingRun} is a run under way.
 */
package io.flowsweep.runner;
