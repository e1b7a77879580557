package io.flowsweep.plots.charts;

import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The charts that fit what was varied, for whoever names none.
 *
 * <table>
 * <caption>The first chart of each metric</caption>
 * <tr><th>varied</th><th>chart</th></tr>
 * <tr><td>one number</td><td>line; scatter when it has many values</td></tr>
 * <tr><td>one text</td><td>bars</td></tr>
 * <tr><td>two numbers</td><td>heatmap; contour when one has many values</td></tr>
 * <tr><td>a number and a text</td><td>a line for each text</td></tr>
 * <tr><td>two texts</td><td>bars side by side</td></tr>
 * <tr><td>more</td><td>parallel coordinates, slices, importance</td></tr>
 * </table>
 *
 * <p>One or two, of which one is a number of processors, have a speed-up chart too; two metrics with goals a Pareto front.
 */
public final class DefaultCharts {

    private static final int MOST_METRICS = 4;

    private DefaultCharts() {}

    /**
     * @param varied the parameters, in the order of the sweep
     * @param metrics number columns, the most important first; the first four get charts
     */
    public static List<ChartSpec> of(List<Varied> varied, List<String> metrics) {
        List<ChartSpec> charts = new ArrayList<>();
        if (!varied.isEmpty()) {
            metrics.stream().limit(MOST_METRICS).forEach(metric -> charts.addAll(of(varied, metric)));
            if (metrics.size() > 1) {
                charts.add(ChartSpec.of(ChartType.PARETO, metrics.get(0), metrics.get(1)));
            }
        }
        return charts;
    }

    /**
     * Curves of a metric that is reported step by step: a group for each combination of what was varied.
     *
     * @param step the column of the step
     */
    public static ChartSpec curves(List<Varied> varied, String step, String metric) {
        return ChartSpec.of(ChartType.CURVES, step, metric)
                .with(Channel.SERIES, varied.stream().map(Varied::column).toList());
    }

    private static List<ChartSpec> of(List<Varied> varied, String metric) {
        List<ChartSpec> charts = new ArrayList<>();
        switch (varied.size()) {
            case 1 -> charts.add(one(varied.get(0), metric));
            case 2 -> charts.add(two(varied.get(0), varied.get(1), metric));
            default -> charts.addAll(many(varied, metric));
        }
        if (varied.size() <= 2) {
            varied.stream()
                    .filter(Varied::processors)
                    .findFirst()
                    .ifPresent(processors -> charts.add(ChartSpec.of(ChartType.SPEEDUP, processors.column(), metric)
                            .with(
                                    Channel.SERIES,
                                    varied.stream()
                                            .filter(v -> v != processors)
                                            .map(Varied::column)
                                            .toList())));
        }
        return charts;
    }

    private static ChartSpec one(Varied x, String metric) {
        ChartType type = !x.numeric() ? ChartType.BAR : x.scattered() ? ChartType.SCATTER : ChartType.LINE;
        return log(ChartSpec.of(type, x.column(), metric), Channel.X, x);
    }

    private static ChartSpec two(Varied first, Varied second, String metric) {
        if (!first.numeric() && !second.numeric()) {
            return ChartSpec.bar(first.column(), metric).withSeries(second.column());
        }
        if (first.numeric() && second.numeric()) {
            boolean scattered = first.scattered() || second.scattered();
            ChartSpec plane = ChartSpec.of(
                            scattered ? ChartType.CONTOUR : ChartType.HEATMAP, first.column(), second.column())
                    .with(Channel.VALUE, metric);
            return scattered ? log(log(plane, Channel.X, first), Channel.Y, second) : plane;
        }
        Varied number = first.numeric() ? first : second;
        Varied text = first.numeric() ? second : first;
        return one(number, metric).withSeries(text.column());
    }

    private static List<ChartSpec> many(List<Varied> varied, String metric) {
        List<String> columns = varied.stream().map(Varied::column).toList();
        return Stream.of(
                        ChartSpec.of(ChartType.PARALLEL).with(Channel.VALUE, metric),
                        ChartSpec.of(ChartType.SLICE).with(Channel.Y, metric),
                        ChartSpec.of(ChartType.IMPORTANCE).with(Channel.Y, metric))
                .map(spec -> spec.with(Channel.PARAMETERS, columns))
                .toList();
    }

    private static ChartSpec log(ChartSpec spec, Channel channel, Varied axis) {
        return axis.log() && spec.type() != ChartType.BAR ? spec.withLog(channel) : spec;
    }
}
