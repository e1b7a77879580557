package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.statistics.VariantStatistics;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several sweeps in one table: each variant of each, beside the same variant of the first. Repeats that have the same seed in both are
 * compared in pairs.
 */
public final class SweepComparison {

    /** The column that says which sweep a row is of. */
    private static final String SWEEP = "sweep";

    /** The column by which repeats of different sweeps are paired. */
    private static final String SEED = "seed of the repeat";

    private final List<RecordedSweep> sweeps;
    private final String metric;
    private final Map<String, ValueColumn> axes = new LinkedHashMap<>();

    private SweepComparison(List<RecordedSweep> sweeps, String metric) {
        this.sweeps = sweeps;
        this.metric = metric;
        sweeps.forEach(sweep -> sweep.start().axes().forEach(this::add));
    }

    /**
     * A row for each variant of each sweep, those of one variant together: the axes of all of them, the sweep, and the
     * columns of {@link VariantStatistics#toBaseline} with the first sweep as the baseline. A sweep that has no such
     * axis has no value there.
     *
     * @param sweeps at least two, no two of one id; of sweeps that share a name the id is shown
     * @throws InvalidInputException when a sweep has no such metric
     */
    public static Table of(List<RecordedSweep> sweeps, String metric) {
        if (sweeps.stream().map(RecordedSweep::id).distinct().count() < Math.max(2, sweeps.size())) {
            throw new InvalidInputException(
                    "a comparison needs at least two different sweeps",
                    "",
                    "List them with `flowsweep ls`; @-1 is the last, @-2 the one before it.");
        }
        return new SweepComparison(sweeps, metric).table();
    }

    private void add(ValueColumn axis) {
        axes.merge(
                axis.path(),
                axis,
                (one, other) -> new ValueColumn(one.path(), one.name(), one.numeric() && other.numeric()));
    }

    private Table table() {
        MetricColumn measured = measured();
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ValueColumn axis : axes.values()) {
            String name = name(axis);
            names.add(name);
            columns.add(axis.numeric() ? Column.number(name) : Column.text(name));
        }
        columns.add(Column.text(SWEEP));
        columns.add(Column.text(SEED));
        Optional<Goal> goal = measured.goal().map(g -> Goal.valueOf(g.name()));
        columns.add(new Column(metric, Column.Kind.NUMBER, measured.unit(), goal));
        Table rows = new Table(columns);
        Map<List<Object>, List<List<Object>>> alike = new LinkedHashMap<>();
        sweeps.forEach(sweep -> sweep.trials().all().stream()
                .filter(trial -> trial.state().ended())
                .map(trial -> row(sweep, trial))
                .forEach(row -> alike.computeIfAbsent(row.subList(0, axes.size()), key -> new ArrayList<>())
                        .add(row)));
        alike.values().forEach(group -> group.forEach(rows::add));
        List<String> by = new ArrayList<>(names);
        by.add(SWEEP);
        return VariantStatistics.toBaseline(
                rows, by, metric, Optional.of(SEED), Map.of(SWEEP, title(sweeps.get(0))), names);
    }

    private List<Object> row(RecordedSweep sweep, TrialRecord trial) {
        List<Object> cells = new ArrayList<>(ResultColumns.cells(List.copyOf(axes.values()), trial.values()));
        cells.add(title(sweep));
        cells.add(sweep.start().isPaired() ? trial.repeatKey() : null);
        cells.add(trial.metrics().get(metric));
        return cells;
    }

    /** Two axes of different sweeps may share a name. */
    private String name(ValueColumn axis) {
        boolean shared = axes.values().stream()
                        .filter(other -> other.name().equals(axis.name()))
                        .count()
                > 1;
        return shared || List.of(SWEEP, SEED, metric).contains(axis.name()) ? axis.path() : axis.name();
    }

    private String title(RecordedSweep sweep) {
        boolean shared = sweeps.stream()
                        .filter(other -> other.name().equals(sweep.name()))
                        .count()
                > 1;
        return shared ? sweep.id() : sweep.name();
    }

    private MetricColumn measured() {
        MetricColumn first = null;
        for (RecordedSweep sweep : sweeps) {
            SweepStarted start = sweep.start();
            List<String> names =
                    start.metrics().stream().map(MetricColumn::name).toList();
            MetricColumn found = start.metrics().stream()
                    .filter(m -> m.name().equals(metric))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "the sweep " + sweep.name() + " has no metric \"" + metric + "\"",
                            start.file(),
                            Suggestions.didYouMean(metric, names)));
            first = first == null ? found : first;
        }
        return first;
    }
}
