/**
 * Keeps runs going: {@link io.flowsweep.sweep.engine.loop.Engine} takes trials from a source and starts them by a launcher, a
 * bounded number at a time; {@code Escalation} decides on further attempts, {@code Limits} and {@code Spending} on the end. Knows
 * neither how a trial is run nor where trials come from.
 */
package io.flowsweep.sweep.engine.loop;
