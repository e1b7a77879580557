package io.flowsweep.plots.charts;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;

/**
 * Draws tables: {@code Charts.line(table).x("cpu").y("perf").series("dim").png(Path.of("perf.png"))}. Name x, then y, then
 * what the chart may also have.
 */
public final class Charts {

    private Charts() {}

    /** A line chart of means over x. */
    public static NeedsX line(Table table) {
        return x -> y -> of(ChartSpec.of(ChartType.LINE, x, y), table);
    }

    /** A bar chart of means for each x. */
    public static NeedsX bar(Table table) {
        return x -> y -> of(ChartSpec.of(ChartType.BAR, x, y), table);
    }

    /** A chart from a spec. The columns are looked up when it is drawn. */
    public static Chart of(ChartSpec spec, Table table) {
        return new Chart(spec, table);
    }

    /** A chart whose x is not yet named. */
    @FunctionalInterface
    public interface NeedsX {

        /** @param column along the x axis */
        NeedsY x(String column);
    }

    /** A chart whose y is not yet named. */
    @FunctionalInterface
    public interface NeedsY {

        /** @param column the number column whose mean is drawn */
        Chart y(String column);
    }
}
