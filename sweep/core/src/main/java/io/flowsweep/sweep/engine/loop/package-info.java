/**
 * Keeps runs going: {@link io.flowsweep.sweep.engine.loop.Engine} takes trials from a source, a bounded number at a time, until
 * there is an {@code Ending}; {@code Flights} starts each attempt at one by a launcher and sees to what follows from its end.
 * {@code Escalation} decides on further attempts, {@code EngineLimits}, {@code Spending} and {@code FailureCount} on the end. Knows neither
 * how a trial is run nor where trials come from.
 */
package io.flowsweep.sweep.engine.loop;
