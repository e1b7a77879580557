package io.flowsweep.sweep.report;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.render.Size;
import io.flowsweep.sweep.page.InlineSvg;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.EmptyChart;
import java.util.function.Function;

/**
 * One chart of a report.
 *
 * @param name of its files, without extension
 * @param title what it shows
 * @param svg the drawing; empty when there is none
 * @param problem why it could not be drawn; empty when it could
 * @param nothing why there is nothing to see in it; empty when there is something
 */
public record ReportChart(String name, String title, String svg, String problem, String nothing) {

    /**
     * Draws a chart, or says why it cannot be drawn, or need not be.
     *
     * @param tables the table that a chart is drawn from
     */
    public static ReportChart draw(ChartFile file, Function<ChartSpec, Table> tables) {
        try {
            Table table = tables.apply(file.spec());
            ChartModel model = Charts.of(file.spec(), table).model();
            return model.message()
                    .map(reason -> of(new EmptyChart(file, reason)))
                    .orElseGet(() -> of(file, InlineSvg.draw(model, Size.DEFAULT)));
        } catch (RuntimeException | LinkageError | InternalError e) { // the errors: a machine without fonts
            return failed(file, String.valueOf(e.getMessage()));
        }
    }

    /** A chart that has been drawn. */
    public static ReportChart of(ChartFile file, String svg) {
        return new ReportChart(file.name(), file.title(), svg, "", "");
    }

    static ReportChart of(EmptyChart empty) {
        return new ReportChart(empty.chart().name(), empty.chart().title(), "", "", empty.reason());
    }

    static ReportChart failed(ChartFile file, String problem) {
        return new ReportChart(file.name(), file.title(), "", problem, "");
    }
}
