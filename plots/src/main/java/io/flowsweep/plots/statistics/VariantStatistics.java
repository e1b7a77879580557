package io.flowsweep.plots.statistics;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A table of repeats as a table of variants: what their repeats say of a metric, and how they compare. */
public final class VariantStatistics {

    private final Table rows;
    private final List<String> by;
    private final Column metric;
    private final Goal goal;
    private final Map<List<Object>, RepeatCollector> values = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> firstRows = new HashMap<>();
    private final Map<List<Object>, Integer> missing = new LinkedHashMap<>();

    private VariantStatistics(Table rows, List<String> by, String metric) {
        this.rows = rows;
        this.by = List.copyOf(by);
        this.metric = rows.column(metric);
        this.goal = this.metric.goal().orElse(Goal.MAXIMIZE);
    }

    /**
     * One row for each combination of the columns {@code by}, the best first, with the columns of {@link StatisticsTable}: each is
     * compared with the best.
     *
     * @param metric a number column; without a goal, larger is better
     * @param repeat the column of the repeat's seed or number, by which variants are compared in pairs; empty compares them as
     *     independent samples. Rows of one variant with the same are one value, their mean
     * @throws io.flowsweep.plots.UnknownColumnException when there is no such column
     * @throws IllegalArgumentException when the metric's column holds text
     */
    public static Table of(Table rows, List<String> by, String metric, Optional<String> repeat) {
        return grouped(rows, by, metric, repeat).toBest();
    }

    /**
     * The same, in the order of the rows, each compared with its baseline: the variant that has the values of {@code baseline} and is
     * otherwise alike.
     *
     * @param baseline column of {@code by} to cell
     * @param alike those columns of {@code by} in which a variant and its baseline must agree, but for those of {@code baseline}
     */
    public static Table toBaseline(
            Table rows,
            List<String> by,
            String metric,
            Optional<String> repeat,
            Map<String, Object> baseline,
            List<String> alike) {
        return grouped(rows, by, metric, repeat).toBaseline(baseline, alike);
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
        List<Repeats> variants = statistics.variants(key -> name.apply(statistics.firstRows.get(key)), new HashMap<>());
        return variants.isEmpty() ? Optional.empty() : Optional.of(Ranking.of(variants, statistics.goal));
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
            List<Object> key = cells(row, by);
            firstRows.putIfAbsent(key, row);
            RepeatCollector repeats = values.computeIfAbsent(key, k -> new RepeatCollector());
            Double value = (Double) rows.get(row, metric.name());
            Object seed = repeat.isPresent() ? rows.get(row, repeat.get()) : null;
            if (value == null || !Double.isFinite(value)) {
                missing.merge(key, 1, Integer::sum);
            } else {
                repeats.add(seed == null ? "row " + row : seed, value);
            }
        }
    }

    private List<Object> cells(int row, List<String> columns) {
        List<Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(rows.get(row, column)));
        return cells;
    }

    /** @param byKey gets each by what it was grouped by */
    private List<Repeats> variants(Function<List<Object>, String> name, Map<List<Object>, Repeats> byKey) {
        List<Repeats> variants = new ArrayList<>();
        values.forEach((key, repeats) -> {
            if (!repeats.isEmpty()) {
                variants.add(repeats.named(name.apply(key)));
                byKey.put(key, variants.get(variants.size() - 1));
            }
        });
        return variants;
    }

    private Table toBest() {
        Map<List<Object>, Repeats> byKey = new LinkedHashMap<>();
        List<Repeats> variants = variants(List::toString, byKey);
        Map<Repeats, List<Object>> keys = new IdentityHashMap<>();
        byKey.forEach((key, variant) -> keys.put(variant, key));
        StatisticsTable table = new StatisticsTable(rows, by, metric, "to best");
        if (!variants.isEmpty()) {
            Ranking.of(variants, goal)
                    .ranked()
                    .forEach(ranked -> add(
                            table,
                            keys.get(ranked.variant()),
                            ranked.variant(),
                            ranked.toBest(),
                            ranked.standing().toString()));
        }
        values.forEach((key, repeats) -> {
            if (repeats.isEmpty()) {
                table.addEmpty(key, missing.getOrDefault(key, 0));
            }
        });
        return table.table();
    }

    private Table toBaseline(Map<String, Object> baseline, List<String> alike) {
        Map<List<Object>, Repeats> byKey = new LinkedHashMap<>();
        List<Repeats> variants = variants(List::toString, byKey);
        Map<List<Object>, Repeats> references = new HashMap<>();
        Map<Repeats, List<Object>> projections = new IdentityHashMap<>();
        byKey.forEach((key, variant) -> {
            List<Object> projection = projection(key, alike, baseline);
            projections.put(variant, projection);
            if (baseline.entrySet().stream().allMatch(e -> e.getValue().equals(key.get(by.indexOf(e.getKey()))))) {
                references.put(projection, variant);
            }
        });
        Map<Repeats, Differences.Difference> differences = new IdentityHashMap<>();
        Differences.each(variants, v -> Optional.ofNullable(references.get(projections.get(v))))
                .forEach(difference -> differences.put(difference.variant(), difference));
        StatisticsTable table = new StatisticsTable(rows, by, metric, "to baseline");
        values.forEach((key, repeats) -> {
            Repeats variant = byKey.get(key);
            if (variant == null) {
                table.addEmpty(key, missing.getOrDefault(key, 0));
                return;
            }
            Optional<Differences.Difference> difference = Optional.ofNullable(differences.get(variant));
            boolean own = references.get(projections.get(variant)) == variant;
            String standing = own ? "baseline" : difference.map(this::standing).orElse("no baseline");
            add(table, key, variant, difference, standing);
        });
        return table.table();
    }

    private List<Object> projection(List<Object> key, List<String> alike, Map<String, Object> baseline) {
        List<Object> projection = new ArrayList<>();
        for (String column : alike) {
            if (!baseline.containsKey(column)) {
                projection.add(key.get(by.indexOf(column)));
            }
        }
        return projection;
    }

    private String standing(Differences.Difference difference) {
        if (Double.isNaN(difference.adjustedP())) {
            return Ranking.Standing.UNTESTED.toString();
        }
        if (!difference.significant()) {
            return Ranking.Standing.NOT_DISTINGUISHABLE.toString();
        }
        return goal.better(difference.comparison().difference(), 0) ? "better" : Ranking.Standing.WORSE.toString();
    }

    private void add(
            StatisticsTable table,
            List<Object> key,
            Repeats variant,
            Optional<Differences.Difference> difference,
            String standing) {
        table.add(key, variant, missing.getOrDefault(key, 0), difference, standing);
    }
}
