/**
 * What a chart shows, before anything is drawn: a {@link io.flowsweep.plots.model.ChartSpec} applied to a table gives a
 * {@link io.flowsweep.plots.model.ChartModel}, aggregated once, from which every renderer draws the same numbers.
 */
package io.flowsweep.plots.model;
