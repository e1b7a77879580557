package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.text.JsonRenderer;
import java.io.IOException;
import java.util.Optional;

/**
 * One chart of the rows that a view shows: its model, why it cannot be drawn, why it is left out, or nothing while there is nothing to
 * see; and which version of the rows it shows at least.
 */
final class ChartAnswer implements Answer {

    private final ViewCharts charts;

    ChartAnswer(ViewCharts charts) {
        this.charts = charts;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        SeenChart seen = SeenChart.of(question, charts);
        long version = charts.rowsVersion(); // asked first, so that it is never more than what is shown
        reply.json("{\"version\":" + version + part(seen) + "}");
    }

    private String part(SeenChart seen) {
        try {
            Optional<ChartModel> model = seen.model();
            Optional<String> leftOut = model.flatMap(m -> charts.leftOut(m, seen.view()));
            return leftOut.isPresent()
                    ? ",\"leftOut\":" + Json.write(leftOut.get())
                    : model.map(m -> ",\"model\":" + JsonRenderer.text(m)).orElse("");
        } catch (PlotException e) {
            return ",\"problem\":" + Json.write(String.valueOf(e.getMessage()));
        }
    }
}
