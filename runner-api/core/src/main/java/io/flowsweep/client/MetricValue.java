package io.flowsweep.client;

import java.time.Instant;

/**
 * One reported intermediate value.
 *
 * @param metric the metric's name
 * @param step where it stands on the metric's own axis
 * @param value may be NaN or infinite
 * @param at when it was reported
 * @param task the id of the task that reported it
 */
public record MetricValue(String metric, double step, double value, Instant at, String task) {}
