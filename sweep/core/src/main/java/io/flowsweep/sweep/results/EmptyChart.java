package io.flowsweep.sweep.results;

/**
 * A chart that was left out, as there is nothing to see in it.
 *
 * @param reason why, in the words that would stand in the midst of it
 */
public record EmptyChart(ChartFile chart, String reason) {}
