package io.flowsweep.sweep.engine;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.ChartRequest;
import io.flowsweep.sweep.file.MetricSpec;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The charts of a sweep file by the columns of its results. A chart may name a value of the config or the parameters that
 * no axis varies; that value then becomes a column for the chart's sake.
 */
final class ChartRequests {

    private final Variant sample;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, ValueColumn> details = new LinkedHashMap<>();
    private final List<ChartFile> files = new ArrayList<>();

    /** @param sample any variant of the sweep */
    ChartRequests(SweepSpec spec, Variant sample) {
        this.sample = sample;
        for (Axis axis : spec.axes()) {
            columns.put(axis.name(), ResultsTable.column(axis.name(), axis.path()));
        }
        for (MetricSpec metric : spec.metrics()) {
            columns.put(metric.name(), ResultsTable.column(metric.name(), "metrics." + metric.name()));
        }
        for (ChartRequest request : spec.charts()) {
            files.add(new ChartFile(files.size() + 1, chart(request)));
        }
    }

    /** The charts in the order of the file. */
    List<ChartFile> files() {
        return List.copyOf(files);
    }

    /** The columns that are there for the charts' sake. */
    List<ValueColumn> details() {
        return List.copyOf(details.values());
    }

    /** The value of a column's path in a variant; null when it has none. */
    static Object value(Variant variant, String path) {
        Object value = Map.of("config", variant.config(), "params", variant.params());
        for (String segment : ConfigPaths.split(path)) {
            value = value instanceof Map<?, ?> map ? map.get(segment) : null;
        }
        return value;
    }

    private ChartSpec chart(ChartRequest request) {
        return new ChartSpec(
                ChartType.valueOf(request.type().name()),
                column(request.x()),
                column(request.y()),
                request.series().map(this::column),
                Optional.of(ResultsTable.INDEX),
                request.title(),
                request.logX(),
                request.logY());
    }

    private String column(String name) {
        if (columns.containsKey(name)) {
            return columns.get(name);
        }
        details.computeIfAbsent(name, path -> new ValueColumn(path, path, value(sample, path) instanceof Number));
        return name;
    }
}
