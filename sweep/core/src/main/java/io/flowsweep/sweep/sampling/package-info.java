/**
 * Points in the unit cube, by index, and the distributions that give them values.
 * {@link io.flowsweep.sweep.sampling.UnitPoints} are made by a {@link io.flowsweep.sweep.sampling.Method}; each coordinate
 * then goes through a {@link io.flowsweep.sweep.sampling.Distribution}. Everything follows from the seed, on every machine:
 * only integer arithmetic and {@link java.lang.StrictMath} are used. Any index costs the same: nothing is drawn in turn.
 */
package io.flowsweep.sweep.sampling;
