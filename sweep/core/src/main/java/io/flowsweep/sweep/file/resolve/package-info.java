/**
 * From a sweep and an index to a variant: {@link io.flowsweep.sweep.file.resolve.Variants} resolves each when it is asked for,
 * {@code PointResolver} puts the values of its point into the base, {@code SpecScope} is what conditions can name.
 */
package io.flowsweep.sweep.file.resolve;
