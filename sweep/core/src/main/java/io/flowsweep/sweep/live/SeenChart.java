package io.flowsweep.sweep.live;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.sweep.results.ChartFile;
import java.util.Optional;

/** A chart as somebody sees it: of the rows that a view admits. */
record SeenChart(ViewCharts charts, ChartFile chart, View view) {

    /** The one that a question names by {@code n}, from 1, and {@code view}. */
    static SeenChart of(Question question, ViewCharts charts) {
        return new SeenChart(charts, charts.chart(question.number("n")), question.object("view", View.class));
    }

    /** See {@link ViewCharts#model}. */
    Optional<ChartModel> model() {
        return charts.model(chart, view);
    }

    Table rows() {
        return charts.rows(chart, view);
    }
}
