package io.flowsweep.sweep.report;

import io.flowsweep.sweep.results.ShownTable;
import java.util.List;

/** The table of results. */
final class ResultsSection {

    private ResultsSection() {}

    static Section of(Report report) {
        return new Section(
                "Results",
                report.table().rowCount() == 0
                        ? List.of(new Block.Text("No variant has ended."))
                        : List.of(new Block.Results(ShownTable.of(report.table()))));
    }
}
