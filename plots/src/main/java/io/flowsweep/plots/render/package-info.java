/**
 * Draws chart models with JFreeChart. {@link io.flowsweep.plots.render.ChartRenderer} is the SPI, found by its format's
 * name through {@link io.flowsweep.plots.render.Renderers}; {@link io.flowsweep.plots.render.JFreeCharts} turns a model
 * into a JFreeChart, which PNG and SVG share.
 */
package io.flowsweep.plots.render;
