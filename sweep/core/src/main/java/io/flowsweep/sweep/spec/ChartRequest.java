package io.flowsweep.sweep.spec;

import io.flowsweep.plots.model.ChartSpec;

/**
 * One chart that the sweep file asks for. A view: changing it reruns nothing.
 *
 * @param spec its columns are the names of axes and of metrics, paths of values that no axis varies, with their root
 *     ({@code config.variant_id}, {@code params.seconds}), and the table's own: {@code variant}, {@code repeat}, {@code
 *     state}, {@code duration}
 * @param where {@code file:line}
 */
public record ChartRequest(ChartSpec spec, String where) {}
