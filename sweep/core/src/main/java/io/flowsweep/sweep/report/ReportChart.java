package io.flowsweep.sweep.report;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.render.Size;
import io.flowsweep.sweep.page.InlineSvg;
import io.flowsweep.sweep.results.ChartFile;
import java.util.function.Function;

/**
 * One chart of a report.
 *
 * @param name of its files, without extension
 * @param title what it shows
 * @param svg the drawing; empty when there is none
 * @param problem why there is none; empty when there is one, and when there is nothing to see
 */
public record ReportChart(String name, String title, String svg, String problem) {

    /**
     * Draws a chart, or says why it cannot be drawn.
     *
     * @param tables the table that a chart is drawn from
     */
    public static ReportChart draw(ChartFile file, Function<ChartSpec, Table> tables) {
        try {
            Table table = tables.apply(file.spec());
            ChartModel model = Charts.of(file.spec(), table).model();
            return model.message().isPresent() ? empty(file) : of(file, InlineSvg.draw(model, Size.DEFAULT));
        } catch (RuntimeException | LinkageError | InternalError e) { // the errors: a machine without fonts
            return new ReportChart(file.name(), file.title(), "", String.valueOf(e.getMessage()));
        }
    }

    /** A chart in which there is nothing to see. */
    static ReportChart empty(ChartFile file) {
        return new ReportChart(file.name(), file.title(), "", "");
    }

    boolean isEmpty() {
        return svg.isEmpty() && problem.isEmpty();
    }

    /** A chart that has been drawn. */
    public static ReportChart of(ChartFile file, String svg) {
        return new ReportChart(file.name(), file.title(), svg, "");
    }
}
