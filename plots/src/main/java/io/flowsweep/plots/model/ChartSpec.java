package io.flowsweep.plots.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Which columns of a table become which chart. Units and axis titles come from the columns.
 *
 * @param type the kind of chart
 * @param x the column along the x axis
 * @param y the number column whose mean is drawn
 * @param series the column whose values tell the lines or the bars of one category apart; none draws one series
 * @param variant the column that says which variant a row repeats. A point whose rows are of several variants is an
 *     average over different things and gets no interval. Without it, all rows of a point count as repeats
 * @param title over the chart; none by default
 * @param logX whether the x axis is logarithmic
 * @param logY whether the y axis is logarithmic
 */
public record ChartSpec(
        ChartType type,
        String x,
        String y,
        Optional<String> series,
        Optional<String> variant,
        Optional<String> title,
        boolean logX,
        boolean logY) {

    public ChartSpec {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
    }

    /** A line chart of the mean of {@code y} over {@code x}. */
    public static ChartSpec line(String x, String y) {
        return of(ChartType.LINE, x, y);
    }

    /** A bar chart of the mean of {@code y} for each {@code x}. */
    public static ChartSpec bar(String x, String y) {
        return of(ChartType.BAR, x, y);
    }

    /** One series, no title, linear axes. */
    public static ChartSpec of(ChartType type, String x, String y) {
        return new ChartSpec(type, x, y, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }

    public ChartSpec withSeries(String column) {
        return new ChartSpec(type, x, y, Optional.of(column), variant, title, logX, logY);
    }

    public ChartSpec withVariant(String column) {
        return new ChartSpec(type, x, y, series, Optional.of(column), title, logX, logY);
    }

    public ChartSpec withTitle(String text) {
        return new ChartSpec(type, x, y, series, variant, Optional.of(text), logX, logY);
    }

    public ChartSpec withLogX() {
        return new ChartSpec(type, x, y, series, variant, title, true, logY);
    }

    public ChartSpec withLogY() {
        return new ChartSpec(type, x, y, series, variant, title, logX, true);
    }
}
