package io.flowsweep.sweep.report;

import io.flowsweep.sweep.results.Undrawn;
import java.util.ArrayList;
import java.util.List;

/** Every chart; of those in which there is nothing to see one sentence. */
final class ChartSection {

    private ChartSection() {}

    static Section of(Report report) {
        List<Block> blocks = new ArrayList<>();
        report.charts().stream()
                .filter(chart -> !chart.isEmpty())
                .forEach(chart -> blocks.add(new Block.Figure(chart)));
        List<String> empty = report.charts().stream()
                .filter(ReportChart::isEmpty)
                .map(ReportChart::title)
                .toList();
        Undrawn.sentence(empty, report.summary())
                .ifPresent(text -> blocks.add(new Block.Text("N" + text.substring(1) + ".")));
        return new Section("Charts", blocks);
    }
}
