/**
 * Every mean, interval and test of the product is computed here, so that a table and a chart cannot disagree.
 *
 * <p>Start with {@link io.flowsweep.plots.statistics.Summary} for one variant, {@link
 * io.flowsweep.plots.statistics.Comparison} for two, {@link io.flowsweep.plots.statistics.Ranking} and {@link
 * io.flowsweep.plots.statistics.Differences} for many, {@link io.flowsweep.plots.statistics.Importance} for what was
 * varied. The unit of replication is the repeat: {@link io.flowsweep.plots.statistics.Repeats}. Whatever is drawn at random
 * is drawn from a fixed seed. Everything is immutable.
 */
package io.flowsweep.plots.statistics;
