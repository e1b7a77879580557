/**
 * The values that an axis may take: a {@link io.flowsweep.sweep.space.domain.Domain} is finite and has an order. It is a list, a
 * series of numbers computed by index, or names that stand for more: the files of a
 * {@link io.flowsweep.sweep.space.domain.Group}, the {@link io.flowsweep.sweep.space.domain.Bindings}. Nothing here knows of
 * axes or spaces. Immutable.
 */
package io.flowsweep.sweep.space.domain;
