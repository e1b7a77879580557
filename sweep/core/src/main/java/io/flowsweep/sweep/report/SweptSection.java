package io.flowsweep.sweep.report;

import static io.flowsweep.sweep.page.Shown.count;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.BaselineCharts;
import io.flowsweep.sweep.results.ShownTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was swept: axes with their values as far as they have been tried, repeats, metrics. */
final class SweptSection {

    private static final int MOST_VALUES = 12;

    private SweptSection() {}

    static Section of(Report report) {
        SweepStarted start = report.start();
        String axes = start.axes().isEmpty() ? "nothing varies" : "over " + String.join(" × ", report.axes());
        String text = (start.open().orElse(false) ? "≥ " : "") + count(start.variants(), "variant") + " of "
                + start.flow() + ", " + axes
                + (start.repeats() > 1 ? ", each run " + start.repeats() + " times" : ", each run once") + ": "
                + count(start.trials(), "run") + " in all.";
        Map<String, String> facts = new LinkedHashMap<>();
        Table shown = ShownTable.of(report.table());
        for (int i = 0; i < start.axes().size(); i++) {
            facts.put(start.axes().get(i).path(), values(shown, report.axes().get(i)));
        }
        start.baseline()
                .map(baseline -> new BaselineCharts(start.axes(), baseline, ShownTable.flows(report.table())).words())
                .ifPresent(words -> facts.put("baseline", words));
        start.metrics().forEach(metric -> facts.put("metric " + metric.name(), metric(metric, start)));
        return new Section("What was swept", List.of(new Block.Text(text), new Block.Facts(facts)));
    }

    private static String values(Table table, String column) {
        boolean numeric = table.column(column).kind() == Column.Kind.NUMBER;
        Map<Object, String> sorted = numeric ? new TreeMap<>() : new LinkedHashMap<>();
        int rows = table.rowCount();
        for (int row = 0; row < rows; row++) {
            Object value = table.get(row, column);
            if (value != null) {
                sorted.putIfAbsent(value, table.text(row, column));
            }
        }
        List<String> texts = List.copyOf(sorted.values());
        if (texts.isEmpty()) {
            return "no value tried yet";
        }
        if (texts.size() <= MOST_VALUES) {
            return String.join(", ", texts);
        }
        return numeric
                ? texts.size() + " values from " + texts.get(0) + " to " + texts.get(texts.size() - 1)
                : first(texts) + " and " + (texts.size() - MOST_VALUES) + " more";
    }

    private static String first(Collection<String> texts) {
        return texts.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
    }

    private static String metric(MetricColumn metric, SweepStarted start) {
        String goal = metric.goal().map(g -> g.name().toLowerCase(Locale.ROOT)).orElse("no goal");
        return goal
                + metric.unit().map(unit -> ", in " + unit).orElse("")
                + (start.objective().filter(metric.name()::equals).isPresent() ? ", the objective" : "");
    }
}
