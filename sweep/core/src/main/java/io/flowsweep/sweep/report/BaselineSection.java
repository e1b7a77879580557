package io.flowsweep.sweep.report;

import static io.flowsweep.sweep.page.Shown.count;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.statistics.Ranking.Standing;
import io.flowsweep.sweep.results.BaselineCharts;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.results.ResultsStatistics;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.sweep.results.TableQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How variants compare with the baseline that the sweep names. */
final class BaselineSection {

    private static final int MOST_ROWS = 20;
    private static final List<String> SHOWN =
            List.of("n", "mean", "to baseline", "difference low", "difference high", "p", "hedges g", "standing");

    private BaselineSection() {}

    static Section of(Report report) {
        Map<String, Object> baseline = report.start().baseline().orElse(Map.of());
        Optional<String> metric = report.start().objective();
        if (baseline.isEmpty() || metric.isEmpty() || report.table().rowCount() == 0) {
            return new Section("The baseline", List.of());
        }
        String column = ResultColumns.metric(metric.get());
        Table table = new ResultsStatistics(report.start(), report.table()).toBaseline(column);
        List<String> columns = new ArrayList<>(report.axes());
        List<String> there = table.columns().stream().map(c -> c.name()).toList();
        SHOWN.stream().filter(there::contains).forEach(columns::add);
        Table shown = new TableQuery(Optional.empty(), Optional.empty(), columns).apply(table);
        String text = "Beside the variant with "
                + new BaselineCharts(report.start().axes(), baseline, ShownTable.flows(report.table())).words()
                + " that is otherwise the same, by " + column + (report.start().isPaired() ? ", seed by seed" : "")
                + ": " + standings(table) + ".";
        return new Section("The baseline", List.of(new Block.Text(text), new Block.Grid(shown, MOST_ROWS)));
    }

    /** {@code 3 variants better, 1 variant worse, 2 variants not distinguishable}. */
    private static String standings(Table table) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of("better", Standing.WORSE.toString(), Standing.NOT_DISTINGUISHABLE.toString())
                .forEach(standing -> counts.put(standing, 0));
        String column = table.columns().stream()
                .map(c -> c.name())
                .filter(name -> name.endsWith("standing"))
                .findFirst()
                .orElseThrow();
        for (int row = 0; row < table.rowCount(); row++) {
            String standing = (String) table.get(row, column);
            if (!standing.equals("baseline")) {
                counts.merge(standing, 1, Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((standing, n) -> {
            if (n > 0) {
                parts.add(count(n, "variant") + " " + standing);
            }
        });
        return parts.isEmpty() ? "no other variant has ended" : String.join(", ", parts);
    }
}
