/**
 * What a sweep has brought, derived from its events and from nothing else. Each reads events one by one:
 * {@link io.flowsweep.sweep.results.ResultsTable} has a row for each trial, {@link io.flowsweep.sweep.results.SweepTally} counts into a
 * {@link io.flowsweep.sweep.results.SweepSummary}, {@link io.flowsweep.sweep.results.TrialRecords} knows how each trial stands.
 * {@link io.flowsweep.sweep.results.ResultsStatistics} and {@link io.flowsweep.sweep.results.TableQuery} work on the table, and
 * {@link io.flowsweep.sweep.results.ResultsWriter} keeps the files that people open
 * ({@link io.flowsweep.sweep.results.ResultsFolder}).
 */
package io.flowsweep.sweep.results;
