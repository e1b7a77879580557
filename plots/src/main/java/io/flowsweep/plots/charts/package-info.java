/** The face for Java programs, JShell and notebooks: start with {@link io.flowsweep.plots.charts.Charts}. */
package io.flowsweep.plots.charts;
