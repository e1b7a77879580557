package io.flowsweep.plots.model;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a chart shows, ready to be drawn: no renderer computes a number of its own. Immutable.
 *
 * @param type the kind of chart
 * @param title over the chart
 * @param x the horizontal axis
 * @param y the vertical axis; never of categories
 * @param seriesLabel what the series stand for; empty when there is only the one unnamed series
 * @param series sorted by number, or by name with its digits as numbers
 * @param caption what the marks are, n, and every row that is not drawn with its reason
 * @param message what to say in place of the points when there is none to draw
 */
public record ChartModel(
        ChartType type,
        Optional<String> title,
        Axis x,
        Axis y,
        Optional<String> seriesLabel,
        List<Series> series,
        String caption,
        Optional<String> message) {

    public ChartModel {
        series = List.copyOf(series);
    }

    /**
     * Aggregates the rows that the table has now. Rows of one series and one x become one point. No row is dropped
     * silently: those without a y count in their point's {@code missing}, and the caption states those and all that have
     * no place on the axes.
     *
     * @throws io.flowsweep.plots.UnknownColumnException when the spec names a column that the table lacks
     * @throws InvalidChartException when y is not a number column, or a log axis is asked of categories or of bars.
     *     Both depend on the columns alone, so a spec can be checked against a table without rows
     */
    public static ChartModel of(ChartSpec spec, Table table) {
        return new Aggregation(spec, table).model();
    }

    /** How values lie on an axis. */
    public enum Scale {
        LINEAR,
        LOG,
        CATEGORY
    }

    /**
     * One axis.
     *
     * @param label its column's name and unit
     * @param scale how values lie on it
     * @param categories their labels in order, for {@link Scale#CATEGORY}; two may read the same. Else empty
     */
    public record Axis(String label, Scale scale, List<String> categories) {
        public Axis {
            categories = List.copyOf(categories);
        }
    }

    /**
     * The points of one value of the series column.
     *
     * @param name that value as text; empty for the one unnamed series
     * @param points sorted by x, no x twice
     */
    public record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * What the rows of one series and one x say.
     *
     * @param x the number on the axis, or the index of the category
     * @param mean of the finite values; empty when there is none, or when it is not above 0 on a log axis
     * @param interval of the mean; empty when there is no mean, when n = 1, or when the rows are of several variants
     * @param n how many finite values
     * @param missing how many rows have no finite value
     */
    public record Point(double x, OptionalDouble mean, Optional<Interval> interval, int n, int missing) {}
}
