package io.flowsweep.sweep.results;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.spec.RunColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What runs have reported on the way, and when they went on. Confined to one thread. */
final class RunTables {

    /** What the rows of such tables say first: which trial they are of. */
    interface Trials {

        /** The columns, none of which is one of {@link RunColumns}. */
        List<Column> columns();

        List<Object> cells(TrialId trial);

        /** How the trial has ended. */
        Optional<String> state(TrialId trial);
    }

    private final Map<TrialId, ReportedValues> reported = new TreeMap<>();
    private final Timeline timeline = new Timeline();

    void accept(SweepEvent event) {
        timeline.accept(event);
        if (event instanceof MetricReported value) {
            reported.merge(
                            value.trial(),
                            new ReportedValues(value.run()),
                            (old, fresh) -> old.ofAnotherRun(value) ? fresh : old)
                    .add(value);
        }
    }

    /** A row for each reported value of some metrics, with its {@link RunColumns#STEP}. */
    Table steps(Map<Column, MetricColumn> metrics, Trials trials) {
        List<Column> columns = new ArrayList<>(trials.columns());
        columns.add(Column.text(ResultColumns.STATE));
        columns.add(Column.number(RunColumns.STEP));
        columns.addAll(metrics.keySet());
        Table table = new Table(columns);
        reported.forEach((trial, values) -> {
            List<Object> common = new ArrayList<>(trials.cells(trial));
            common.add(trials.state(trial).orElse(null));
            metrics.values()
                    .forEach(metric -> values.read(metric.reported().orElseThrow(), (step, value) -> {
                        List<Object> cells = new ArrayList<>(common);
                        cells.add(step);
                        metrics.values().forEach(other -> cells.add(other == metric ? value : null));
                        table.add(cells);
                    }));
        });
        return table;
    }

    /** A row for each run that has ended, with {@link RunColumns#START}, {@link RunColumns#END} and {@link RunColumns#SLOT}. */
    Table runs(Trials trials) {
        List<Column> columns = new ArrayList<>(trials.columns());
        columns.addAll(List.of(
                Column.text(ResultColumns.STATE),
                Column.number(RunColumns.START, "s"),
                Column.number(RunColumns.END, "s"),
                Column.number(RunColumns.SLOT)));
        Table table = new Table(columns);
        for (Timeline.Bar bar : timeline.bars()) {
            List<Object> cells = new ArrayList<>(trials.cells(bar.trial()));
            cells.addAll(List.of(ResultsTable.word(bar.state()), bar.start(), bar.end(), bar.slot()));
            table.add(cells);
        }
        return table;
    }
}
