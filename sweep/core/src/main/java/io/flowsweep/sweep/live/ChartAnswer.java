package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.text.JsonRenderer;
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
        SeenChart seen = SeenChart.of(question, charts);
        try {
            reply.json(seen.model()
                    .map(model -> "{\"model\":" + JsonRenderer.text(model) + "}")
                    .orElse("{}"));
        } catch (PlotException e) {
            reply.json(Json.write(Map.of("problem", e.getMessage())));
        }
    }
}
