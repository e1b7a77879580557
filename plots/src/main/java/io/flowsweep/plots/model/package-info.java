/**
 * The values that charts are: {@link io.flowsweep.plots.model.ChartSpec} says which columns become which chart, {@link
 * io.flowsweep.plots.model.ChartModel} holds the numbers that every renderer draws. Neither loads AWT.
 */
package io.flowsweep.plots.model;
