package io.flowsweep.flow.card;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart of a table: the rows of one x and one series are one point, the mean of their y.
 *
 * @param kind how the points are drawn
 * @param data what is drawn
 * @param x the column along the x axis: an axis of numbers when all its cells are numbers, else categories
 * @param y the column of numbers that is drawn; an empty cell is a missing value
 * @param series the column whose values tell lines, or the bars of one x, apart
 * @param unit of y
 * @param title above the chart
 * @param logX whether the x axis is logarithmic; not for bars or categories
 * @param logY whether the y axis is logarithmic; not for bars
 */
public record Chart(
        Kind kind,
        Table data,
        String x,
        String y,
        Optional<String> series,
        Optional<String> unit,
        Optional<String> title,
        boolean logX,
        boolean logY)
        implements CardPart {

    /** How points are drawn. */
    public enum Kind {
        /** Joined by a line. */
        LINE,
        /** As bars from zero; x is always categories. */
        BAR
    }

    /** @throws IllegalArgumentException when the table lacks a column, or a cell of y is no number */
    public Chart {
        Objects.requireNonNull(kind, "kind");
        data.position(x);
        series.ifPresent(data::position);
        requireNumbers(data, y);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(title, "title");
    }

    /** A line of y over x. */
    public static Chart line(Table data, String x, String y) {
        return of(Kind.LINE, data, x, y);
    }

    /** A bar for each x. */
    public static Chart bar(Table data, String x, String y) {
        return of(Kind.BAR, data, x, y);
    }

    private static Chart of(Kind kind, Table data, String x, String y) {
        return new Chart(kind, data, x, y, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }

    /**
     * A line for each of the metrics, drawn from the values that {@code current().report} has been given in this attempt: the
     * chart grows with them and need not be replaced.
     */
    public static MetricChart ofMetrics(String... metrics) {
        return new MetricChart(List.of(metrics), Optional.empty(), false);
    }

    public Chart series(String column) {
        return new Chart(kind, data, x, y, Optional.of(column), unit, title, logX, logY);
    }

    public Chart unit(String text) {
        return new Chart(kind, data, x, y, series, Optional.of(text), title, logX, logY);
    }

    public Chart title(String text) {
        return new Chart(kind, data, x, y, series, unit, Optional.of(text), logX, logY);
    }

    public Chart withLogX() {
        return new Chart(kind, data, x, y, series, unit, title, true, logY);
    }

    public Chart withLogY() {
        return new Chart(kind, data, x, y, series, unit, title, logX, true);
    }

    private static void requireNumbers(Table data, String column) {
        int position = data.position(column);
        for (List<Object> row : data.rows()) {
            if (!Cells.isNumberOrEmpty(row.get(position))) {
                throw new IllegalArgumentException(
                        "y is a column of numbers, but \"" + column + "\" holds \"" + row.get(position) + "\"");
            }
        }
    }
}
