/**
 * Every mean, interval and test of the product is computed here, so that a table and a chart cannot disagree. Start with
 * {@link io.flowsweep.plots.statistics.Summary}.
 */
package io.flowsweep.plots.statistics;
