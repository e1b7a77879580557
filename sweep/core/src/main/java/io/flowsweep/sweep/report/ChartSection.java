package io.flowsweep.sweep.report;

/** Every chart. */
final class ChartSection {

    private ChartSection() {}

    static Section of(Report report) {
        return new Section(
                "Charts", report.charts().stream().<Block>map(Block.Figure::new).toList());
    }
}
