/**
 * The face of sweeps. {@link io.flowsweep.sweep.Sweep} is what a sweep file says, or what a
 * {@link io.flowsweep.sweep.SweepBuilder} was told; {@link io.flowsweep.sweep.SweepOutlook} is what a start of it would find,
 * {@link io.flowsweep.sweep.SweepRun} a sweep under way, {@link io.flowsweep.sweep.RecordedSweep} one on record, whose drivers obey its
 * {@link io.flowsweep.sweep.SweepControl}. {@link io.flowsweep.sweep.VariantWord} is how people name variants of any of these. Data
 * flows one way: {@code file} → {@code space} → {@code engine} → {@code events} → {@code results}.
 */
package io.flowsweep.sweep;
