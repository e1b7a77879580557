package io.flowsweep.sweep.live;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.ResultColumns;
import java.util.ArrayList;
import java.util.List;

/** What the columns of a sweep's table are. */
record SweepColumns(SweepStarted start) {

    List<String> axes() {
        return ResultColumns.axes(start.axes());
    }

    List<Column> metrics(Table table) {
        return start.metrics().stream()
                .map(metric -> table.column(ResultColumns.metric(metric.name())))
                .toList();
    }

    /** What groups may leave out: the repeat, and each axis. */
    List<String> seeds() {
        List<String> seeds = new ArrayList<>();
        if (start.repeats() > 1) {
            seeds.add(ResultColumns.REPEAT);
        }
        seeds.addAll(axes());
        return seeds;
    }
}
