/**
 * What came of a run: {@link io.flowsweep.sweep.engine.result.RunResults} reads a
 * {@link io.flowsweep.sweep.engine.result.RunResult} from the store, with the metrics that {@code MetricReader} finds. Another view
 * of the same runs is {@code Views}.
 */
package io.flowsweep.sweep.engine.result;
