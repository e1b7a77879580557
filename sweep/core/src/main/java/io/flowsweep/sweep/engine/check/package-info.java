/**
 * What can be found out about a sweep before anything of it is started: whether its flow, its folders, its programs, its JDKs and this
 * machine fit it. {@link io.flowsweep.sweep.engine.check.AxisValues} says which points are tried of spaces that are too large to try
 * all. Starts nothing; problems name their places in the sweep file or the flow.
 */
package io.flowsweep.sweep.engine.check;
