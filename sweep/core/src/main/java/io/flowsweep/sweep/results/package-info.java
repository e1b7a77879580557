/**
 * What a sweep has brought, derived from its events and from nothing else: {@link io.flowsweep.sweep.results.ResultsTable}
 * (one row a variant), {@link io.flowsweep.sweep.results.SweepSummary} (counts, times, the best so far) and
 * {@link io.flowsweep.sweep.results.ResultsFolder} (the files people open).
 */
package io.flowsweep.sweep.results;
