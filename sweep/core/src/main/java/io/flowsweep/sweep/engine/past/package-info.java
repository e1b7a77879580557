/**
 * What earlier drivers have brought, held against a sweep as it is now:
 * {@link io.flowsweep.sweep.engine.past.Reconciler} is where to start, {@code RunIndex} finds the runs on record, {@code PastResults}
 * says whether one still counts, {@code Explanations} why. Starts nothing.
 */
package io.flowsweep.sweep.engine.past;
