/**
 * Many runs: {@link io.flowsweep.sweep.Sweep} loads a sweep file or is built in code, {@link io.flowsweep.sweep.SweepRun} is
 * one under way. Data flows one way: {@code file} → {@code space} → {@code engine} → {@code events} → {@code results}.
 */
package io.flowsweep.sweep;
