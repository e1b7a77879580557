/**
 * Chart models without pictures: for a terminal ({@link io.flowsweep.plots.text.TextRenderer}) and for other programs ({@link
 * io.flowsweep.plots.text.JsonRenderer}). Loads neither AWT nor JFreeChart.
 */
package io.flowsweep.plots.text;
