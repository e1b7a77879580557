package io.flowsweep.sweep.live;

import io.flowsweep.plots.aggregate.ParallelScale;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.sweep.results.ChartFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a rectangle that is drawn into a chart says of rows.
 *
 * @param panel from 0
 * @param x0 its left end, in the coordinates of the panel as all marks; {@code x0 <= x1}
 * @param y0 its lower end; {@code y0 <= y1}
 */
record Brush(int panel, double x0, double x1, double y0, double y1) {

    /**
     * In which directions a rectangle in such a chart says anything: {@code x}, {@code y}, {@code xy} or nothing. Where
     * marks are means, a range of y would say nothing of rows.
     */
    static String directions(ChartType type) {
        return switch (type) {
            case LINE, BAR, SPEEDUP, HISTOGRAM -> "x";
            case SCATTER, BOX, HEATMAP, CONTOUR, SLICE, PARETO, HISTORY, STATES, PARALLEL -> "xy";
            case DIFFERENCE -> "y";
            case CURVES, TIMELINE, IMPORTANCE -> "";
        };
    }

    /**
     * Says what of rows the rectangle holds.
     *
     * @param model the chart as it was drawn
     * @param range of a column among the rows drawn, for parallel axes
     */
    List<RowFilter> conditions(ChartFile chart, ChartModel model, ParallelRange range) {
        ChartSpec spec = chart.spec();
        if (panel < 0 || panel >= model.panels().size()) {
            throw new BadQuestionException(404, "there is no panel " + panel);
        }
        Panel drawn = model.panels().get(panel);
        if (spec.type() == ChartType.PARALLEL) {
            return parallel(chart, model, drawn, range);
        }
        String directions = directions(spec.type());
        List<RowFilter> conditions = new ArrayList<>();
        if (directions.contains("x")) {
            List<String> columns = spec.type() == ChartType.SLICE
                    ? List.of(spec.columns(Channel.PARAMETERS).get(panel))
                    : spec.columns(Channel.X);
            conditions.add(along(columns, drawn.x(), x0, x1, chart.number()));
        }
        if (directions.contains("y")) {
            List<String> columns =
                    spec.type() == ChartType.DIFFERENCE ? spec.columns(Channel.X) : spec.columns(Channel.Y);
            conditions.add(along(columns, drawn.y(), y0, y1, chart.number()));
        }
        return conditions;
    }

    private static RowFilter along(List<String> columns, Axis axis, double from, double to, int chart) {
        if (axis.scale() != Axis.Scale.CATEGORY) {
            return RowFilter.range(columns.get(0), from, to, chart);
        }
        List<String> touched = IntStream.range(0, axis.categories().size())
                .filter(i -> Math.round(from) <= i && i <= Math.round(to))
                .mapToObj(axis.categories()::get)
                .toList();
        return RowFilter.oneOf(columns, touched, chart);
    }

    /** Each axis that the rectangle crosses; the one next to it when it crosses none. */
    private List<RowFilter> parallel(ChartFile chart, ChartModel model, Panel drawn, ParallelRange range) {
        List<String> parameters = chart.spec().columns(Channel.PARAMETERS);
        int last = parameters.size();
        int from = (int) Math.max(0, Math.ceil(x0));
        int to = (int) Math.min(last, Math.floor(x1));
        if (from > to) {
            from = (int) Math.min(last, Math.max(0, Math.round(x0 / 2 + x1 / 2)));
            to = from;
        }
        List<RowFilter> conditions = new ArrayList<>();
        for (int axis = from; axis <= to; axis++) {
            String column = axis < last
                    ? parameters.get(axis)
                    : chart.spec().columns(Channel.VALUE).get(0);
            if (range.isNumber(column)) {
                ParallelScale scale = axis < last
                        ? range.of(column)
                        : model.legend()
                                .flatMap(legend -> legend.ramp())
                                .map(ramp -> ParallelScale.of(ramp.log(), ramp.low(), ramp.high()))
                                .orElseThrow(() -> new BadQuestionException("the chart is empty"));
                conditions.add(RowFilter.range(column, scale.value(y0), scale.value(y1), chart.number()));
            } else {
                conditions.add(RowFilter.oneOf(List.of(column), labels(drawn, axis), chart.number()));
            }
        }
        return conditions;
    }

    private List<String> labels(Panel drawn, int axis) {
        return drawn.marks().stream()
                .filter(Mark.Labels.class::isInstance)
                .flatMap(mark -> ((Mark.Labels) mark).labels().stream())
                .filter(label -> label.x() == axis && y0 <= label.y() && label.y() <= y1)
                .map(Mark.Label::text)
                .toList();
    }
}
