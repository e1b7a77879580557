/** The charts of a sweep in a window of this desktop: {@link io.flowsweep.sweep.window.SweepWindow}. */
package io.flowsweep.sweep.window;
