package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.text.JsonRenderer;
import io.flowsweep.sweep.results.ChartFile;
import java.io.IOException;
import java.util.Map;

/** One chart of the rows that a view shows: its model, why it cannot be drawn, or nothing while there is nothing to see. */
final class ChartAnswer implements Answer {

    private final ViewCharts charts;

    ChartAnswer(ViewCharts charts) {
        this.charts = charts;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        ChartFile chart = charts.chart(question.number("n"));
        View view = question.object("view", View.class);
        try {
            reply.json(charts.model(chart, view)
                    .map(model -> "{\"model\":" + JsonRenderer.text(model) + "}")
                    .orElse("{}"));
        } catch (PlotException e) {
            reply.json(Json.write(Map.of("problem", e.getMessage())));
        }
    }
}
