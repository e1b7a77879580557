package io.flowsweep.plots.model;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.ChartModel.Axis;
import io.flowsweep.plots.model.ChartModel.Point;
import io.flowsweep.plots.model.ChartModel.Scale;
import io.flowsweep.plots.model.ChartModel.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns rows into the points of one chart. Used once. */
final class Aggregation {

    private static final String NO_SERIES_VALUE = "(none)";

    private final ChartSpec spec;
    private final Table table;
    private final Column x;
    private final Column y;
    private final Optional<Column> series;
    private final Optional<Column> variant;
    private final Scale scale;
    private final Comparator<Object> xOrder;
    private final Map<Object, Map<Object, Cell>> cells;
    private final Caption caption;

    Aggregation(ChartSpec spec, Table table) {
        this.spec = spec;
        this.table = table;
        x = table.column(spec.x());
        y = table.column(spec.y());
        series = spec.series().map(table::column);
        variant = spec.variant().map(table::column);
        xOrder = order(table, x);
        cells = new TreeMap<>(series.map(s -> order(table, s)).orElse(xOrder));
        scale = scale();
        caption = new Caption(x.name(), y.name());
        check();
    }

    ChartModel model() {
        int rows = table.rowCount();
        for (int row = 0; row < rows; row++) {
            place(row);
        }
        Map<Object, Integer> categories = categories();
        List<Series> drawn = new ArrayList<>();
        cells.forEach((value, points) -> drawn.add(new Series(seriesName(value), points(points, categories))));
        return new ChartModel(
                spec.type(),
                spec.title(),
                new Axis(
                        x.label(),
                        scale,
                        categories.keySet().stream().map(Aggregation::text).toList()),
                new Axis(y.label(), spec.logY() ? Scale.LOG : Scale.LINEAR, List.of()),
                series.map(Column::label),
                drawn,
                caption.text(),
                message(rows, drawn));
    }

    /** Numbers by size, texts as they come in the rows, the missing value last. */
    private static Comparator<Object> order(Table table, Column column) {
        Comparator<Object> bySize = Comparator.comparing(Double.class::cast);
        Comparator<Object> order = column.kind() == Column.Kind.NUMBER ? bySize : byAppearance(table, column);
        return Comparator.nullsLast(order);
    }

    private static Comparator<Object> byAppearance(Table table, Column column) {
        Map<Object, Integer> places = new HashMap<>();
        int rows = table.rowCount();
        for (int row = 0; row < rows; row++) {
            places.putIfAbsent(table.get(row, column.name()), row);
        }
        return Comparator.comparing(places::get);
    }

    private Scale scale() {
        if (spec.type() == ChartType.BAR || x.kind() == Column.Kind.TEXT) {
            return Scale.CATEGORY;
        }
        return spec.logX() ? Scale.LOG : Scale.LINEAR;
    }

    private void check() {
        if (y.kind() != Column.Kind.NUMBER) {
            throw new InvalidChartException(
                    spec, "the y of a chart must be a number column, but \"" + y.name() + "\" holds text");
        }
        if (spec.logX() && scale == Scale.CATEGORY) {
            throw new InvalidChartException(
                    spec,
                    spec.type() == ChartType.BAR
                            ? "a bar chart has categories along x, so that axis cannot be logarithmic. Draw a line chart"
                            : "a log x axis needs a number column, but \"" + x.name() + "\" holds text");
        }
        if (spec.logY() && spec.type() == ChartType.BAR) {
            throw new InvalidChartException(
                    spec, "bars start at 0, which a log y axis does not have. Draw a line chart");
        }
    }

    /** Puts one row into its cell, or notes why it has none. */
    private void place(int row) {
        Object at = table.get(row, x.name());
        if (at == null) {
            caption.withoutX();
            return;
        }
        if (at instanceof Double number && scale != Scale.CATEGORY) {
            if (!Double.isFinite(number)) {
                caption.xNotFinite();
                return;
            }
            if (scale == Scale.LOG && number <= 0) {
                caption.xNotPositive();
                return;
            }
        }
        Cell cell = cell(series.map(s -> table.get(row, s.name())).orElse(null), withoutNegativeZero(at));
        Double value = (Double) table.get(row, y.name());
        if (value == null) {
            caption.withoutY();
            cell.addMissing();
        } else if (!Double.isFinite(value)) {
            caption.yNotFinite();
            cell.addMissing();
        } else {
            cell.add(value, variant.map(v -> table.get(row, v.name())).orElse(null));
        }
    }

    private Cell cell(Object seriesValue, Object at) {
        Object key = seriesValue == null ? null : withoutNegativeZero(seriesValue);
        return cells.computeIfAbsent(key, k -> new TreeMap<>(xOrder)).computeIfAbsent(at, k -> new Cell());
    }

    /** Every category in order, with its index. */
    private Map<Object, Integer> categories() {
        Map<Object, Integer> all = new TreeMap<>(xOrder);
        if (scale == Scale.CATEGORY) {
            cells.values().forEach(points -> points.keySet().forEach(at -> all.put(at, 0)));
            int[] next = {0};
            all.replaceAll((at, unset) -> next[0]++);
        }
        return all;
    }

    private List<Point> points(Map<Object, Cell> row, Map<Object, Integer> categories) {
        List<Point> points = new ArrayList<>();
        row.forEach((at, cell) -> {
            boolean drawable = !spec.logY() || cell.n() == 0 || cell.summary().mean() > 0;
            if (!drawable) {
                caption.meanNotPositive();
            }
            double position = scale == Scale.CATEGORY ? categories.get(at) : (Double) at;
            Point point = cell.point(position, drawable);
            caption.point(point, cell.variants());
            points.add(point);
        });
        return points;
    }

    private String seriesName(Object value) {
        if (series.isEmpty()) {
            return "";
        }
        return value == null ? NO_SERIES_VALUE : text(value);
    }

    private static Optional<String> message(int rows, List<Series> series) {
        if (rows == 0) {
            return Optional.of("no finished variants yet");
        }
        boolean drawn = series.stream()
                .flatMap(s -> s.points().stream())
                .anyMatch(p -> p.mean().isPresent());
        return drawn ? Optional.empty() : Optional.of("no values to draw");
    }

    private static Object withoutNegativeZero(Object value) {
        return value instanceof Double number ? number + 0.0 : value;
    }

    private static String text(Object value) {
        return value instanceof Double number ? Numbers.display(number) : (String) value;
    }
}
