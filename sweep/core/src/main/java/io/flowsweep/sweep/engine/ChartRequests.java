package io.flowsweep.sweep.engine;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.plots.charts.DefaultCharts;
import io.flowsweep.plots.charts.Varied;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.results.BaselineCharts;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.RunColumns;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.FlowLabels;
import io.flowsweep.sweep.variant.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The charts of a sweep file by the columns of its results. A chart may name a value of the config or the parameters that
 * no axis varies; that value then becomes a column for the chart's sake. A file without charts gets those that fit its space.
 */
public final class ChartRequests {

    private static final long MOST_VALUES = 1000;

    private final Variant sample;
    private final boolean repeated;
    private final boolean paired;
    private final BaselineCharts baseline;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, ValueColumn> details = new LinkedHashMap<>();
    private final List<ChartFile> files = new ArrayList<>();

    /** @param sample any variant of the sweep */
    public ChartRequests(SweepSpec spec, Variant sample) {
        this.sample = sample;
        for (Axis axis : spec.axes()) {
            columns.put(axis.name(), ResultColumns.column(axis.name(), axis.path()));
        }
        for (MetricSpec metric : spec.views().metrics()) {
            columns.put(metric.name(), ResultColumns.metric(metric.name()));
        }
        repeated = spec.repeats().n() > 1;
        paired = repeated && spec.repeats().seedPath().isPresent();
        baseline = new BaselineCharts(
                spec.axes().stream().map(ValueColumn::of).toList(), spec.views().baseline(), flows(spec));
        if (spec.views().charts().isEmpty()) {
            fitting(spec, varied(spec)).forEach(chart -> add(chart, true));
        } else {
            spec.views().charts().forEach(chart -> add(chart.spec(), false));
        }
        if (files.stream().noneMatch(chart -> chart.spec().type() == ChartType.DIFFERENCE)) {
            forest(spec).ifPresent(chart -> files.add(new ChartFile(files.size() + 1, chart, true)));
        }
    }

    /** Of the objective, or of the first metric. */
    private Optional<ChartSpec> forest(SweepSpec spec) {
        List<String> varied = spec.axes().stream()
                .filter(axis -> axis.domain().size() > 1)
                .map(axis -> columns.get(axis.name()))
                .toList();
        return spec.views()
                .objective()
                .or(() -> spec.views().metrics().stream().findFirst().map(MetricSpec::name))
                .flatMap(metric -> baseline.forest(varied, columns.get(metric)))
                .map(chart -> ResultColumns.chart(chart, repeated, paired));
    }

    private static List<String> flows(SweepSpec spec) {
        return spec.axes().stream()
                .filter(axis -> axis.path().equals(FlowLabels.AXIS))
                .flatMap(axis -> LongStream.range(0, axis.domain().size()).mapToObj(axis.domain()::get))
                .map(PlainValues::text)
                .toList();
    }

    private void add(ChartSpec chart, boolean offered) {
        files.add(new ChartFile(files.size() + 1, chart(chart), offered));
    }

    /** The charts in the order of the file. */
    public List<ChartFile> files() {
        return List.copyOf(files);
    }

    /** The columns that are there for the charts' sake. */
    List<ValueColumn> details() {
        return List.copyOf(details.values());
    }

    /** The value of a column's path in a variant; null when it has none. */
    static Object value(Variant variant, String path) {
        Object value = Map.of("config", variant.config(), "configs", variant.configs(), "params", variant.params());
        for (String segment : ConfigPaths.split(path)) {
            value = value instanceof Map<?, ?> map ? map.get(segment) : null;
        }
        return value;
    }

    /** The chart by the columns of the table, which says what its rows are. */
    private ChartSpec chart(ChartSpec asked) {
        ChartSpec chart = asked;
        for (Map.Entry<Channel, List<String>> channel : asked.columns().entrySet()) {
            chart = chart.with(
                    channel.getKey(),
                    channel.getValue().stream().map(this::column).toList());
        }
        return ResultColumns.chart(baseline.given(chart), repeated, paired);
    }

    private static List<Varied> varied(SweepSpec spec) {
        return spec.axes().stream()
                .filter(axis -> axis.domain().size() > 1)
                .map(axis -> Varied.of(
                        axis.name(),
                        ValueColumn.of(axis).numeric(),
                        LongStream.range(0, Math.min(MOST_VALUES, axis.domain().size()))
                                .mapToObj(axis.domain()::get)
                                .toList()))
                .toList();
    }

    /** What fits the space, when the file names no charts. */
    private static List<ChartSpec> fitting(SweepSpec spec, List<Varied> varied) {
        List<ChartSpec> charts = new ArrayList<>(DefaultCharts.of(
                varied, spec.views().metrics().stream().map(MetricSpec::name).toList()));
        spec.views().metrics().stream()
                .filter(metric -> metric.reportedAs().isPresent())
                .forEach(metric -> charts.add(DefaultCharts.curves(varied, RunColumns.STEP, metric.name())));
        return charts;
    }

    private String column(String name) {
        if (columns.containsKey(name)) {
            return columns.get(name);
        }
        if (ResultColumns.isOwn(name)) {
            return name;
        }
        details.computeIfAbsent(name, path -> new ValueColumn(path, path, value(sample, path) instanceof Number));
        return name;
    }
}
