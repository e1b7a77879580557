/**
 * How hosts and owners of runs count time: {@link io.flowsweep.runtime.time.Clock} does things later, and
 * {@link io.flowsweep.runtime.time.Timeouts} says what it means to have taken too long.
 */
package io.flowsweep.runtime.time;
