package io.flowsweep.sweep.file;

import java.util.Optional;

/**
 * One chart that the sweep file asks for. A view: changing it reruns nothing.
 *
 * <p>A column is the name of an axis, the name of a metric, or the path of a value that no axis varies, with its root:
 * {@code config.variant_id}, {@code params.seconds}.
 *
 * @param x the column of the horizontal axis
 * @param y the column of the vertical axis
 * @param series the column that splits the points into lines or groups; empty for one series
 * @param title empty for one made of the columns
 * @param logX default false
 * @param logY default false
 * @param where {@code file:line}
 */
public record ChartRequest(
        Type type,
        String x,
        String y,
        Optional<String> series,
        Optional<String> title,
        boolean logX,
        boolean logY,
        String where) {

    /** How points are drawn. */
    public enum Type {
        LINE,
        BAR
    }
}
