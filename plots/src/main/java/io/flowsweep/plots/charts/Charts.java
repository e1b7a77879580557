package io.flowsweep.plots.charts;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;

/**
 * Draws tables: {@code Charts.line(table).x("cpu").y("perf").series("dim").png(Path.of("perf.png"))}. Each kind of chart says
 * in {@link ChartType} which columns it needs.
 */
public final class Charts {

    private Charts() {}

    /** Means over x. */
    public static Chart line(Table table) {
        return of(ChartType.LINE, table);
    }

    /** Means as bars for each x. */
    public static Chart bar(Table table) {
        return of(ChartType.BAR, table);
    }

    /** Each row a point. */
    public static Chart scatter(Table table) {
        return of(ChartType.SCATTER, table);
    }

    /** The mean of a value for each x and y. */
    public static Chart heatmap(Table table) {
        return of(ChartType.HEATMAP, table);
    }

    /** A chart of any kind. */
    public static Chart of(ChartType type, Table table) {
        return of(ChartSpec.of(type), table);
    }

    /** A chart from a spec. The columns are looked up when it is drawn. */
    public static Chart of(ChartSpec spec, Table table) {
        return new Chart(spec, table);
    }
}
