package io.flowsweep.plots.statistics;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A table of repeats as a table of variants: what their repeats say of a metric, the best first. */
public final class VariantStatistics {

    private static final List<String> NUMBERS =
            List.of("n", "missing", "mean", "median", "sd", "low", "high", "outliers", "to best", "p", "hedges g");

    private final Table rows;
    private final List<String> by;
    private final Column metric;
    private final Map<List<Object>, Map<Object, Double>> values = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> firstRows = new HashMap<>();
    private final Map<List<Object>, Integer> missing = new LinkedHashMap<>();

    private VariantStatistics(Table rows, List<String> by, String metric) {
        this.rows = rows;
        this.by = List.copyOf(by);
        this.metric = rows.column(metric);
    }

    /**
     * One row for each combination of the columns {@code by}: these, then {@code n} (repeats with a finite value), {@code missing}
     * (those without), {@code mean}, {@code median}, {@code sd}, {@code low} and {@code high} (the t interval of the mean), {@code
     * outliers} (how many, by {@link Outliers}), {@code to best} (the difference of means), {@code p} (corrected by {@link Holm}),
     * {@code hedges g}, and {@code standing} in words. What cannot be said, such as an interval for n = 1, is missing. A column
     * that {@code by} has already is called after the metric: {@code perf n}.
     *
     * @param metric a number column; without a goal, larger is better
     * @param repeat the column of the repeat's seed or number, by which variants are compared in pairs; empty compares them as
     *     independent samples
     * @throws io.flowsweep.plots.UnknownColumnException when there is no such column
     * @throws IllegalArgumentException when the metric's column holds text
     */
    public static Table of(Table rows, List<String> by, String metric, Optional<String> repeat) {
        return grouped(rows, by, metric, repeat).table();
    }

    /**
     * The variants that have a value, from the best mean to the worst; empty when none has. The parameters are those of {@link
     * #of}.
     *
     * @param name the name of the variant that a row is of
     */
    public static Optional<Ranking> ranking(
            Table rows, List<String> by, String metric, Optional<String> repeat, IntFunction<String> name) {
        VariantStatistics statistics = grouped(rows, by, metric, repeat);
        return statistics.ranking(key -> name.apply(statistics.firstRows.get(key)));
    }

    private static VariantStatistics grouped(Table rows, List<String> by, String metric, Optional<String> repeat) {
        VariantStatistics statistics = new VariantStatistics(rows, by, metric);
        if (statistics.metric.kind() != Column.Kind.NUMBER) {
            throw new IllegalArgumentException("a metric is a number column, but \"" + metric + "\" holds text");
        }
        statistics.group(repeat);
        return statistics;
    }

    private void group(Optional<String> repeat) {
        int count = rows.rowCount();
        for (int row = 0; row < count; row++) {
            int at = row;
            List<Object> key = by.stream().map(c -> rows.get(at, c)).toList();
            firstRows.putIfAbsent(key, row);
            Map<Object, Double> repeats = values.computeIfAbsent(key, k -> new LinkedHashMap<>());
            Double value = (Double) rows.get(row, metric.name());
            if (value == null || !Double.isFinite(value)) {
                missing.merge(key, 1, Integer::sum);
            } else {
                repeats.put(repeat.map(r -> rows.get(at, r)).orElse("row " + row), value);
            }
        }
    }

    private Table table() {
        Table table = new Table(columns());
        Map<Repeats, List<Object>> keys = new IdentityHashMap<>();
        ranking(keys, List::toString)
                .ifPresent(ranking ->
                        ranking.ranked().forEach(ranked -> table.add(row(keys.get(ranked.variant()), ranked))));
        values.forEach((key, repeats) -> {
            if (repeats.isEmpty()) {
                List<Object> cells = new ArrayList<>(key);
                cells.add(0);
                cells.add(missing.getOrDefault(key, 0));
                cells.addAll(Arrays.asList(new Object[NUMBERS.size() - 2]));
                cells.add("no value");
                table.add(cells);
            }
        });
        return table;
    }

    private Optional<Ranking> ranking(Function<List<Object>, String> name) {
        return ranking(new IdentityHashMap<>(), name);
    }

    /** @param keys gets what each ranked variant was grouped by */
    private Optional<Ranking> ranking(Map<Repeats, List<Object>> keys, Function<List<Object>, String> name) {
        List<Repeats> variants = new ArrayList<>();
        values.forEach((key, repeats) -> {
            if (!repeats.isEmpty()) {
                variants.add(new Repeats(name.apply(key), repeats));
                keys.put(variants.get(variants.size() - 1), key);
            }
        });
        return variants.isEmpty()
                ? Optional.empty()
                : Optional.of(Ranking.of(variants, metric.goal().orElse(Goal.MAXIMIZE)));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        by.forEach(name -> columns.add(rows.column(name)));
        List<String> inUnit = List.of("mean", "median", "sd", "low", "high", "to best");
        NUMBERS.forEach(name -> columns.add(
                new Column(free(name), Column.Kind.NUMBER, inUnit.contains(name) ? metric.unit() : Optional.empty())));
        columns.add(Column.text(free("standing")));
        return columns;
    }

    private String free(String name) {
        return by.contains(name) ? metric.name() + " " + name : name;
    }

    private List<Object> row(List<Object> key, Ranking.Ranked ranked) {
        Summary summary = ranked.summary();
        Optional<Comparison> comparison = ranked.toBest().map(Differences.Difference::comparison);
        boolean[] outliers = Outliers.flag(ranked.variant().toArray());
        List<Object> cells = new ArrayList<>(key);
        cells.add(summary.n());
        cells.add(missing.getOrDefault(key, 0));
        cells.add(summary.mean());
        cells.add(summary.median());
        cells.add(known(summary.sd()));
        cells.add(summary.interval().map(Interval::low).orElse(null));
        cells.add(summary.interval().map(Interval::high).orElse(null));
        cells.add(IntStream.range(0, outliers.length).filter(i -> outliers[i]).count());
        cells.add(comparison.map(Comparison::difference).orElse(null));
        cells.add(ranked.toBest().map(d -> known(d.adjustedP())).orElse(null));
        cells.add(comparison.map(c -> known(c.hedgesG())).orElse(null));
        cells.add(ranked.standing().toString());
        return cells;
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
