package io.flowsweep.sweep.results;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.ValueColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The results of a sweep as a table: a row for each variant that has ended or was skipped, by index. The columns are the
 * variant's index, the axes by their short names, the details that charts show, the metrics with their units, the state, and the duration of the run to the millisecond.
 *
 * <p>Events of several drivers of one sweep may be told one after the other; of a variant with several runs the last to
 * end counts. Thread-safe.
 */
public final class ResultsTable {

    /** The column of the variant's index. */
    public static final String INDEX = "variant";

    /** The column of the state, in lower case: {@code succeeded}, {@code timed_out}, {@code skipped}, … */
    public static final String STATE = "state";

    /** The column of the run's duration. */
    public static final String DURATION = "duration";

    private static final Set<String> OWN = Set.of(INDEX, STATE, DURATION);

    private record Row(
            Map<String, Object> values, Map<String, Double> metrics, String state, Optional<Double> seconds) {}

    private SweepStarted sweep;
    private final Map<Long, Map<String, Object>> running = new TreeMap<>();
    private final Map<Long, Row> rows = new TreeMap<>();

    /** The column of an axis or a metric: its name, or its path when this table has a column of that name for itself. */
    public static String column(String name, String path) {
        return OWN.contains(name) ? path : name;
    }

    /** The columns of what variants are given. */
    public static List<Column> columns(List<ValueColumn> given) {
        return given.stream()
                .map(g -> {
                    String name = column(g.name(), g.path());
                    return g.numeric() ? Column.number(name) : Column.text(name);
                })
                .toList();
    }

    /** The cells of what one variant is given: a value that is neither number nor text becomes its JSON. */
    public static List<Object> cells(List<ValueColumn> given, Map<String, Object> values) {
        List<Object> cells = new ArrayList<>();
        given.forEach(g -> cells.add(cell(g, values.get(g.path()))));
        return cells;
    }

    /** Takes an event into account; a sweep's first is {@link SweepStarted}. */
    public synchronized void accept(SweepEvent event) {
        if (event instanceof SweepStarted started) {
            sweep = started;
        } else if (event instanceof VariantStarted started) {
            running.put(started.variant(), started.values());
        } else if (event instanceof VariantFinished finished) {
            Map<String, Object> values = running.remove(finished.variant());
            rows.put(
                    finished.variant(),
                    new Row(
                            values == null ? Map.of() : values,
                            finished.metrics(),
                            finished.state().name().toLowerCase(Locale.ROOT),
                            Optional.of(Math.round(1000 * finished.seconds()) / 1000.0)));
        } else if (event instanceof VariantSkipped skipped) {
            rows.put(skipped.variant(), new Row(skipped.values(), Map.of(), "skipped", Optional.empty()));
        }
    }

    /**
     * The table as it stands now.
     *
     * @throws IllegalStateException when no sweep has started yet
     */
    public synchronized Table table() {
        if (sweep == null) {
            throw new IllegalStateException("a table needs the sweep's first event");
        }
        Table table = new Table(columns());
        rows.forEach((index, row) -> table.add(cells(index, row)));
        return table;
    }

    private List<ValueColumn> given() {
        return Stream.concat(sweep.axes().stream(), sweep.details().stream()).toList();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number(INDEX));
        columns.addAll(columns(given()));
        for (MetricColumn metric : sweep.metrics()) {
            String name = column(metric.name(), "metrics." + metric.name());
            columns.add(new Column(name, Column.Kind.NUMBER, metric.unit()));
        }
        columns.add(Column.text(STATE));
        columns.add(Column.number(DURATION, "s"));
        return columns;
    }

    private List<Object> cells(long index, Row row) {
        List<Object> cells = new ArrayList<>();
        cells.add(index);
        cells.addAll(cells(given(), row.values()));
        for (MetricColumn metric : sweep.metrics()) {
            cells.add(row.metrics().get(metric.name()));
        }
        cells.add(row.state());
        cells.add(row.seconds().orElse(null));
        return cells;
    }

    private static Object cell(ValueColumn given, Object value) {
        if (given.numeric()) {
            return value instanceof Number ? value : null;
        }
        return value == null || value instanceof String ? value : Json.write(value);
    }
}
