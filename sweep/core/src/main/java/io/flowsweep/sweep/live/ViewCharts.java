package io.flowsweep.sweep.live;

import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.Undrawn;
import io.flowsweep.sweep.spec.RunColumns;
import java.util.List;
import java.util.Optional;

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

    /** Whether a chart changes while runs go on, not only when they end. */
    static boolean isLive(ChartFile chart) {
        return chart.spec().type() == ChartType.CURVES;
    }

    /**
     * The rows that a chart is drawn of. Where they are not those of the results, runs that go on are among them only
     * without a filter.
     */
    Table rows(ChartFile chart, View view) {
        View seen = view.outside(chart.number());
        if (RunColumns.of(chart.spec().type()).isEmpty()) {
            return sweep.rows(seen);
        }
        Table table = sweep.recorded().table(chart.spec());
        return seen.isEverything() ? table : ViewRows.ofTrials(table, sweep.rows(seen));
    }

    /** Why a chart is left out: there is nothing to see in it, as no variant has succeeded. Filters leave it in place. */
    Optional<String> leftOut(ChartModel model, View view) {
        return view.isEverything() && model.message().isPresent()
                ? Undrawn.noSuccess(sweep.recorded().summary())
                : Optional.empty();
    }

    /** What {@link LiveSweep#rowsVersion} counts. */
    long rowsVersion() {
        return sweep.rowsVersion();
    }

    /**
     * Draws a chart; nothing when nobody has asked for it and there is nothing to see in it so far.
     *
     * @throws PlotException when it cannot be drawn
     */
    Optional<ChartModel> model(ChartFile chart, View view) {
        Table rows = rows(chart, view);
        if (!chart.isWorthwhile(rows)) {
            return Optional.empty();
        }
        ChartModel model = Aggregation.of(chart.spec(), rows);
        return Optional.of(rows.rowCount() == 0 ? model.withMessage(empty(view.outside(chart.number()))) : model);
    }

    private static String empty(View view) {
        return view.isEverything() ? "no finished variants yet" : "the filters leave no row for this chart";
    }
}
