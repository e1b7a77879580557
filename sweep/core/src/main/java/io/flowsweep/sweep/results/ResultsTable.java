package io.flowsweep.sweep.results;

import io.flowsweep.events.RunState;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantDetached;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.spec.RunColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The results of a sweep as a table: a row for each trial that has ended or was skipped, by variant and repeat. The columns
 * are the variant's index, the axes by their short names, the details that charts show, the repeat, the metrics with their
 * units, the state, the duration of the run to the millisecond, and what it had more of than the sweep says. Two more tables
 * say what was reported on the way and when runs went on; see {@link #table(ChartSpec)}.
 *
 * <p>Events of several drivers of one sweep may be told one after the other; of a trial with several runs the last to
 * end counts. An event costs as much as its row; {@link #table()} copies no cell. Thread-safe.
 */
public final class ResultsTable {

    /** The column of {@link #everything} that names a variant which is no longer in the sweep. */
    public static final String DETACHED = "detached";

    private record Row(
            Map<String, Object> values,
            Map<String, Double> metrics,
            String state,
            Optional<Double> seconds,
            Optional<String> escalated) {}

    private SweepStarted sweep;
    private List<ValueColumn> given = List.of();
    private boolean escalations;

    /** Of {@link #table()}; a row is made when its trial ends, and anew when the columns change. */
    private List<Column> columns = List.of();

    private final Map<TrialId, Table.Row> shown = new TreeMap<>();
    private final Map<TrialId, Map<String, Object>> running = new HashMap<>();
    private final Map<TrialId, Row> rows = new TreeMap<>();
    private final RunTables runs = new RunTables();
    private final List<VariantDetached> detached = new ArrayList<>();

    private final RunTables.Trials trials = new RunTables.Trials() {
        @Override
        public List<Column> columns() {
            return leading(RunColumns.names());
        }

        @Override
        public List<Object> cells(TrialId trial) {
            return leading(trial, valuesOf(trial));
        }

        @Override
        public Optional<String> state(TrialId trial) {
            return Optional.ofNullable(rows.get(trial)).map(Row::state);
        }
    };

    /** Takes an event into account; a sweep's first is {@link SweepStarted}. */
    public synchronized void accept(SweepEvent event) {
        runs.accept(event);
        if (event instanceof SweepStarted started) {
            begin(started);
        } else if (event instanceof VariantStarted started) {
            running.put(started.trial(), started.values());
        } else if (event instanceof VariantDetached gone) {
            detached.add(gone);
        } else if (event instanceof VariantFinished end) {
            Map<String, Object> values =
                    Optional.ofNullable(running.remove(end.trial())).orElseGet(() -> valuesOf(end.trial()));
            put(end.trial(), values, end.metrics(), end.state(), end.seconds(), end.escalated());
        } else if (event instanceof VariantReused reused) {
            put(reused.trial(), reused.values(), reused.metrics(), reused.state(), reused.seconds(), Optional.empty());
        } else if (event instanceof VariantSkipped skipped) {
            put(skipped.trial(), new Row(skipped.values(), Map.of(), "skipped", Optional.empty(), Optional.empty()));
        }
    }

    private void put(
            TrialId trial,
            Map<String, Object> values,
            Map<String, Double> metrics,
            RunState state,
            double seconds,
            Optional<String> escalated) {
        put(trial, new Row(values, metrics, word(state), Optional.of(rounded(seconds)), escalated));
    }

    private void put(TrialId trial, Row row) {
        rows.put(trial, row);
        if (row.escalated().isPresent() && !escalations) {
            escalations = true;
            arrange();
        } else {
            show(trial, row);
        }
    }

    private void begin(SweepStarted started) {
        List<ValueColumn> before = given;
        sweep = started;
        given = Stream.concat(started.axes().stream(), started.details().stream())
                .toList();
        if (!given.equals(before) || !columns().equals(columns)) {
            arrange();
        }
    }

    private void arrange() {
        columns = sweep == null ? List.of() : List.copyOf(columns());
        rows.forEach(this::show);
    }

    private void show(TrialId trial, Row row) {
        if (sweep != null) {
            shown.put(trial, Table.Row.of(columns, cells(trial, row)));
        }
    }

    private static double rounded(double seconds) {
        return Math.round(1000 * seconds) / 1000.0;
    }

    static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> valuesOf(TrialId trial) {
        return rows.containsKey(trial) ? rows.get(trial).values() : running.getOrDefault(trial, Map.of());
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
        Table table = new Table(columns);
        shown.values().forEach(table::add);
        return table;
    }

    /**
     * {@link #table()}, and behind it the runs of variants that are no longer in the sweep: without an index, and named in a
     * further column.
     */
    public synchronized Table everything() {
        Table plain = table();
        List<Column> columns = new ArrayList<>(plain.columns());
        columns.add(Column.text(DETACHED));
        Table table = new Table(columns);
        rows.forEach((trial, row) -> {
            List<Object> cells = cells(trial, row);
            cells.add(null);
            table.add(cells);
        });
        for (VariantDetached gone : detached) {
            Row row = new Row(
                    gone.values(),
                    gone.metrics(),
                    word(gone.state()),
                    Optional.of(rounded(gone.seconds())),
                    Optional.empty());
            List<Object> cells = cells(new TrialId(-1, gone.repeat()), row);
            cells.set(0, null);
            cells.add(gone.name());
            table.add(cells);
        }
        return table;
    }

    /**
     * The table that a chart is drawn from. For {@link ChartType#CURVES} it has a row for each reported value of the metric that
     * is the chart's y, with its {@link RunColumns#STEP}; for {@link ChartType#TIMELINE} one for each run that has ended, with {@link
     * RunColumns#START}, {@link RunColumns#END} and {@link RunColumns#SLOT}; for every other kind it is {@link #table()}. Flows are
     * called as in {@link ShownTable}.
     */
    public synchronized Table table(ChartSpec chart) {
        return ShownTable.of(
                switch (chart.type()) {
                    case CURVES -> steps(chart.columns(Channel.Y));
                    case TIMELINE -> runs.runs(trials);
                    default -> table();
                });
    }

    /**
     * The same for several charts, of which most share a table.
     *
     * @param rows {@link #table()}, as it was a moment ago
     */
    public Function<ChartSpec, Table> tables(Table rows) {
        Table shown = ShownTable.of(rows);
        return chart -> RunColumns.of(chart.type()).isEmpty() ? shown : table(chart);
    }

    private Table steps(List<String> wanted) {
        Map<Column, MetricColumn> metrics = new LinkedHashMap<>();
        sweep.metrics().stream()
                .filter(metric -> metric.reported().isPresent())
                .filter(metric -> wanted.contains(ResultColumns.metric(metric.name())))
                .forEach(metric -> metrics.put(ResultColumns.column(metric), metric));
        return runs.steps(metrics, trials);
    }

    /**
     * The columns that say which trial a row is of.
     *
     * @param taken names that a table has for itself
     */
    private List<Column> leading(Set<String> taken) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number(ResultColumns.INDEX));
        columns.addAll(ResultColumns.columns(given, taken));
        if (sweep.repeats() > 1) {
            columns.add(Column.number(ResultColumns.REPEAT));
        }
        return columns;
    }

    private List<Object> leading(TrialId trial, Map<String, Object> values) {
        List<Object> cells = new ArrayList<>();
        cells.add(trial.variant());
        cells.addAll(ResultColumns.cells(given, values));
        if (sweep.repeats() > 1) {
            cells.add((long) trial.repeat());
        }
        return cells;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(leading(Set.of()));
        sweep.metrics().forEach(metric -> columns.add(ResultColumns.column(metric)));
        columns.add(Column.text(ResultColumns.STATE));
        columns.add(Column.number(ResultColumns.DURATION, "s"));
        if (escalations) {
            columns.add(Column.text(ResultColumns.ESCALATED));
        }
        return columns;
    }

    private List<Object> cells(TrialId trial, Row row) {
        List<Object> cells = new ArrayList<>(leading(trial, row.values()));
        for (MetricColumn metric : sweep.metrics()) {
            cells.add(row.metrics().get(metric.name()));
        }
        cells.add(row.state());
        cells.add(row.seconds().orElse(null));
        if (escalations) {
            cells.add(row.escalated().orElse(null));
        }
        return cells;
    }
}
