package io.flowsweep.sweep.results;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.spec.MetricSpec.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a sweep's results that are best by its objective. */
public final class BestRows {

    private BestRows() {}

    /**
     * The best rows, the best first; rows without a value of the objective, or with NaN, are not among them.
     *
     * @param most how many; at least 0
     * @throws InvalidInputException when the sweep has no objective
     */
    public static Table of(Table rows, SweepStarted sweep, int most) {
        MetricColumn objective = sweep.objective().stream()
                .flatMap(name -> sweep.metrics().stream().filter(m -> m.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "the sweep " + sweep.name() + " has no objective, so no variant is best",
                        sweep.file(),
                        "Say which metric tells: objective = METRIC"));
        String column = ResultColumns.metric(objective.name());
        boolean largest = objective.goal().filter(Goal.MAXIMIZE::equals).isPresent();
        Table sorted =
                new TableQuery(Optional.empty(), Optional.of((largest ? "-" : "") + column), List.of()).apply(rows);
        Table best = new Table(sorted.columns());
        for (int row = 0; row < Math.min(most, sorted.rowCount()) && hasNumber(sorted, row, column); row++) {
            best.add(cells(sorted, row));
        }
        return best;
    }

    private static boolean hasNumber(Table table, int row, String column) {
        return table.get(row, column) instanceof Double number && !number.isNaN();
    }

    /** May hold nulls. */
    private static List<Object> cells(Table table, int row) {
        List<Object> cells = new ArrayList<>();
        table.columns().forEach(column -> cells.add(table.get(row, column.name())));
        return cells;
    }
}
