/**
 * What there is to run: a {@link io.flowsweep.sweep.engine.trial.Trial} is a variant with one of its repeats, a
 * {@link io.flowsweep.sweep.engine.trial.VariantSource} gives them one after the other, {@code TrialOrder} says in which order.
 * Knows nothing of runs.
 */
package io.flowsweep.sweep.engine.trial;
