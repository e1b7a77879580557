package io.flowsweep.plots.model;

/** The kinds of chart. */
public enum ChartType {
    /** Means joined by a line; x is a number axis when its column holds numbers, else categories. */
    LINE,
    /** Means as bars from zero; x is always categories. */
    BAR
}
