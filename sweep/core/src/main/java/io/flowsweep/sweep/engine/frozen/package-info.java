/**
 * A sweep as it was when it began, kept in the store: {@link io.flowsweep.sweep.engine.frozen.Freezer} keeps its files and reads
 * it from there again, {@code Provenance} says where it comes from. Knows nothing of runs.
 */
package io.flowsweep.sweep.engine.frozen;
