/**
 * Carries out a sweep: {@link io.flowsweep.sweep.engine.Engine} pulls variants from a
 * {@link io.flowsweep.sweep.engine.VariantSource}, keeps a bounded number of runs in flight through a
 * {@link io.flowsweep.sweep.engine.RunLauncher}, and writes what happens to its {@link io.flowsweep.sweep.engine.Journal}.
 * {@link io.flowsweep.sweep.engine.SweepCheck} looks at everything before anything is started.
 */
package io.flowsweep.sweep.engine;
