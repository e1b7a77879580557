/**
 * A point with everything that it decides: a {@link io.flowsweep.sweep.variant.Variant} has resolved values, a name, a
 * {@link io.flowsweep.sweep.variant.Repeat} and an identity, by which results are found again. Immutable; how one is made of
 * a point is {@code sweep.file.resolve}'s.
 */
package io.flowsweep.sweep.variant;
