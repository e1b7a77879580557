/**
 * What varies: an {@link io.flowsweep.sweep.space.Axis} is one varied path with its domain, a
 * {@link io.flowsweep.sweep.space.Space} the points over some axes, by index. Its nodes are made by the methods of
 * {@code Space}, or read from a file; {@link io.flowsweep.sweep.space.Variation} is the whole of what a sweep varies, with
 * its conditions and its order. Immutable and lazily indexed: nothing here ever holds all points at once, and nothing knows
 * the config that points change.
 */
package io.flowsweep.sweep.space;
