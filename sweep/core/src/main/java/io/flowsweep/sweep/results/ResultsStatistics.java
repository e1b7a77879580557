package io.flowsweep.sweep.results;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnknownColumnException;
import io.flowsweep.plots.statistics.GroupTable;
import io.flowsweep.plots.statistics.VariantStatistics;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.ValueColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of a {@link ResultsTable} put together, and what can be said of them. Immutable. */
public final class ResultsStatistics {

    private final SweepStarted sweep;
    private final Table rows;

    /** @param rows of {@link ResultsTable#table()} or {@link ResultsTable#everything()} */
    public ResultsStatistics(SweepStarted sweep, Table rows) {
        this.sweep = sweep;
        this.rows = rows;
    }

    /**
     * The repeats of each variant as one row, with n and the number that failed; see {@link GroupTable}. Of a sweep whose variants run
     * once, its rows.
     */
    public Table byVariant() {
        if (sweep.repeats() == 1) {
            return rows;
        }
        List<String> by = variant();
        if (hasColumn(ResultsTable.DETACHED)) {
            by.add(ResultsTable.DETACHED);
        }
        return by(by);
    }

    /**
     * One row for each combination of some columns; see {@link GroupTable}.
     *
     * @throws InvalidInputException when there is no such column; it names the nearest
     */
    public Table by(List<String> columns) {
        List<String> names = names();
        columns.stream().filter(column -> !names.contains(column)).findFirst().ifPresent(column -> {
            throw new InvalidInputException(
                    "there is no column \"" + column + "\"", "", Suggestions.didYouMean(column, names));
        });
        List<String> means = new ArrayList<>();
        sweep.metrics().forEach(m -> means.add(ResultColumns.metric(m.name())));
        means.add(ResultColumns.DURATION);
        means.removeAll(columns);
        return GroupTable.of(rows, columns, means, ResultColumns.STATE);
    }

    /**
     * What the repeats of each variant say of a metric, the best first; see {@link VariantStatistics#of}.
     *
     * @throws InvalidInputException when there is no such column of numbers; it names the nearest
     */
    public Table toBest(String metric) {
        return attempt(() -> VariantStatistics.of(rows, variant(), metric, repeat()));
    }

    /**
     * The same, each variant beside the baseline of the sweep that is otherwise like it; see {@link
     * VariantStatistics#toBaseline}.
     *
     * @throws InvalidInputException when there is no such column of numbers, or the sweep names no baseline
     */
    public Table toBaseline(String metric) {
        Map<String, Object> baseline = baseline();
        if (baseline.isEmpty()) {
            throw new InvalidInputException(
                    "the sweep names no baseline", sweep.file(), "Write baseline { AXIS = VALUE } in it.");
        }
        return attempt(() -> VariantStatistics.toBaseline(rows, variant(), metric, repeat(), baseline, axes()));
    }

    /** The sweep's baseline: column to cell; empty when it names none. */
    public Map<String, Object> baseline() {
        Map<String, Object> given = sweep.baseline().orElse(Map.of());
        Map<String, Object> cells = new LinkedHashMap<>();
        for (ValueColumn axis : sweep.axes()) {
            if (given.containsKey(axis.path())) {
                Object cell = ResultColumns.cells(List.of(axis), given).get(0);
                cells.put(
                        ResultColumns.column(axis.name(), axis.path()),
                        cell instanceof Number number ? (Object) number.doubleValue() : cell);
            }
        }
        return cells;
    }

    private Table attempt(Supplier<Table> table) {
        try {
            return table.get();
        } catch (UnknownColumnException | IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage(), "statistics of " + sweep.sweep(), "");
        }
    }

    private List<String> variant() {
        List<String> columns = new ArrayList<>(List.of(ResultColumns.INDEX));
        columns.addAll(axes());
        return columns;
    }

    private List<String> axes() {
        return ResultColumns.axes(sweep.axes());
    }

    /** The column by which variants are compared in pairs. */
    private Optional<String> repeat() {
        return Optional.of(ResultColumns.REPEAT).filter(column -> sweep.isPaired());
    }

    private boolean hasColumn(String name) {
        return names().contains(name);
    }

    private List<String> names() {
        return rows.columns().stream().map(Column::name).toList();
    }
}
