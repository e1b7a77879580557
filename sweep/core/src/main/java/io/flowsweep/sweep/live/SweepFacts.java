package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What does not change while a sweep goes on: its name, its columns, its charts. */
final class SweepFacts implements Answer {

    private final LiveSweep sweep;
    private final ViewCharts charts;

    SweepFacts(LiveSweep sweep, ViewCharts charts) {
        this.sweep = sweep;
        this.charts = charts;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        SweepStarted start = sweep.recorded().start();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", start.name());
        json.put("id", start.sweep());
        json.put("flow", start.flow());
        json.put("executor", start.executor());
        json.put("variants", start.variants());
        json.put("repeats", (long) start.repeats());
        json.put("without", new SweepColumns(start).seeds());
        json.put(
                "charts",
                charts.all().stream()
                        .<Object>map(chart -> Map.of(
                                "number",
                                (long) chart.number(),
                                "title",
                                chart.title(),
                                "brush",
                                Brush.directions(chart.spec().type()),
                                "live",
                                ViewCharts.isLive(chart)))
                        .toList());
        reply.json(Json.write(json));
    }
}
