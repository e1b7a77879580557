/**
 * Carries out a sweep: {@link io.flowsweep.sweep.engine.SweepCheck} looks at everything before anything is started, with what
 * is in {@code check}, and makes a
 * {@link io.flowsweep.sweep.engine.CheckedSweep}; {@link io.flowsweep.sweep.engine.SweepPast} holds it against what is on record, and
 * {@link io.flowsweep.sweep.engine.Driver} works on it ({@code FirstEvents}, then {@code EngineParts}), with what is below: the
 * {@code loop} that keeps each {@code run} of a {@code trial} going, the {@code journal} of what happens, what earlier drivers have
 * brought ({@code past}), the {@code result} of a run, the sweep kept as it was ({@code frozen}).
 */
package io.flowsweep.sweep.engine;
