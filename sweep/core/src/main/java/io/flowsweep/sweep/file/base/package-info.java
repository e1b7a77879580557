/**
 * What variants have before an axis varies it: configs, parameters, and the blocks {@code run}, {@code jvm} and
 * {@code environment}; and the paths by which people name what is in them
 * ({@link io.flowsweep.sweep.file.base.AxisPath}). {@link io.flowsweep.sweep.file.base.BaseValues} is what axes and overrides
 * are held against.
 */
package io.flowsweep.sweep.file.base;
