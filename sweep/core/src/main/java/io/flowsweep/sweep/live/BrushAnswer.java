package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plots.model.ChartModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The conditions that a rectangle in a chart stands for. */
final class BrushAnswer implements Answer {

    private final ViewCharts charts;

    BrushAnswer(ViewCharts charts) {
        this.charts = charts;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        SeenChart seen = SeenChart.of(question, charts);
        Brush brush = question.object("brush", Brush.class);
        ChartModel model = seen.model().orElseThrow(() -> new BadQuestionException("the chart is empty"));
        List<Object> conditions = brush.conditions(seen.chart(), model, new ParallelRange(seen.rows())).stream()
                .map(condition -> ValueCodec.encode(RowFilter.class, condition))
                .toList();
        reply.json(Json.write(Map.of("conditions", conditions)));
    }
}
