/**
 * What varies: {@link io.flowsweep.sweep.space.Axis} (one varied path), {@link io.flowsweep.sweep.space.Domain} (the values
 * it may take: {@link io.flowsweep.sweep.space.Values} or a {@link io.flowsweep.sweep.space.Range}),
 * {@link io.flowsweep.sweep.space.Space} (the points, by index). A point with its resolved config is a
 * {@link io.flowsweep.sweep.space.Variant}. Immutable and lazily indexed: nothing here ever holds all points at once.
 */
package io.flowsweep.sweep.space;
