package io.flowsweep.sweep.report;

import io.flowsweep.sweep.results.Undrawn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every chart; of those in which there is nothing to see one sentence. */
final class ChartSection {

    private ChartSection() {}

    static Section of(Report report) {
        List<Block> blocks = new ArrayList<>();
        Map<String, String> empty = new LinkedHashMap<>();
        for (ReportChart chart : report.charts()) {
            if (chart.nothing().isEmpty()) {
                blocks.add(new Block.Figure(chart));
            } else {
                empty.put(chart.title(), chart.nothing());
            }
        }
        Undrawn.sentence(empty, report.summary())
                .ifPresent(text -> blocks.add(new Block.Text("N" + text.substring(1) + ".")));
        return new Section("Charts", blocks);
    }
}
