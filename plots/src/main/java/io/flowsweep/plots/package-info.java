/**
 * Tables of results and what is drawn from them; knows neither flows nor sweeps.
 *
 * <p>Data flows one way: {@link io.flowsweep.plots.Table} (here, with its CSV and terminal forms) → {@code statistics} and
 * {@code model} (a {@code ChartSpec} turned into a {@code ChartModel}, aggregated once) → {@code render} (PNG, SVG).
 * {@code charts} is the face for Java programs and notebooks: {@code Charts.line(table).x("cpu").y("perf").png(path)}.
 * Only {@code render} and {@code charts} load AWT and JFreeChart classes.
 */
package io.flowsweep.plots;
