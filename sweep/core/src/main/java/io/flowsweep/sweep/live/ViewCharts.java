package io.flowsweep.sweep.live;

import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.sweep.results.ChartFile;
import java.util.List;

/** The charts of the sweep, drawn of the rows that a view admits. */
final class ViewCharts {

    private final LiveSweep sweep;
    private final List<ChartFile> charts;

    ViewCharts(LiveSweep sweep) {
        this.sweep = sweep;
        this.charts = sweep.recorded().chartFiles();
    }

    List<ChartFile> all() {
        return charts;
    }

    /** @param number from 1 */
    ChartFile chart(long number) {
        return charts.stream()
                .filter(chart -> chart.number() == number)
                .findFirst()
                .orElseThrow(() -> new BadQuestionException(404, "there is no chart " + number));
    }

    /** The rows that a chart is drawn of. */
    Table rows(ChartFile chart, View view) {
        return ViewRows.of(sweep.table(), view.outside(chart.number()));
    }

    /** @throws PlotException when it cannot be drawn */
    ChartModel model(ChartFile chart, View view) {
        return Aggregation.of(chart.spec(), rows(chart, view));
    }
}
