package io.flowsweep.sweep.report;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.sweep.results.SweepSummary;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a report of a sweep is made of. The same report gives the same bytes.
 *
 * @param start what its newest driver set out to do
 * @param whereabouts where, and when something happened last
 * @param summary the counts
 * @param state how it stands, in words: {@code running}, {@code completed}, {@code lost}
 * @param table as of {@link ResultsTable}
 * @param charts in their order
 * @param live whether the page is written anew while the sweep goes on; then it loads itself again
 */
public record Report(
        SweepStarted start,
        Whereabouts whereabouts,
        SweepSummary summary,
        String state,
        Table table,
        List<ReportChart> charts,
        boolean live) {

    public Report {
        charts = List.copyOf(charts);
    }

    /** The sections, in their order; none of them is empty. */
    List<Section> sections() {
        return Stream.of(
                        WinnerSection.of(this),
                        BaselineSection.of(this),
                        FailureSection.of(this),
                        ChartSection.of(this),
                        SweptSection.of(this),
                        MachineSection.of(this),
                        ResultsSection.of(this))
                .filter(section -> !section.blocks().isEmpty())
                .toList();
    }

    /** The columns of the axes in {@link #table}. */
    List<String> axes() {
        return ResultColumns.axes(start.axes());
    }

    /** The variants of rows, as they are named everywhere: {@code cpu=2,dim=500}. */
    IntFunction<String> variants() {
        Table shown = ShownTable.of(table);
        return row -> {
            String name = axes().stream()
                    .map(axis -> axis + "=" + shown.text(row, axis))
                    .collect(Collectors.joining(","));
            return name.isEmpty() ? "the only variant" : name;
        };
    }

    /** The metrics' columns in {@link #table}. */
    List<Column> metrics() {
        return start.metrics().stream()
                .map(metric -> table.column(ResultColumns.metric(metric.name())))
                .toList();
    }
}
