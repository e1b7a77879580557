package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.sweep.results.ChartFile;
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
        ChartFile chart = charts.chart(question.number("n"));
        View view = question.object("view", View.class);
        Brush brush = question.object("brush", Brush.class);
        ChartModel model = charts.model(chart, view).orElseThrow(() -> new BadQuestionException("the chart is empty"));
        List<Object> conditions = brush.conditions(chart, model, new ParallelRange(charts.rows(chart, view))).stream()
                .map(condition -> ValueCodec.encode(Condition.class, condition))
                .toList();
        reply.json(Json.write(Map.of("conditions", conditions)));
    }
}
