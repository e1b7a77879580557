package io.flowsweep.plots.statistics;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is said of a variant, column by column: {@code n} (repeats with a finite value), {@code missing} (those without), {@code
 * mean}, {@code low} and {@code high} (the t interval of the mean), {@code standing} in words, the difference of means to what it
 * is compared with, {@code difference low} and {@code difference high} (its interval), {@code p} (corrected by {@link Holm}), {@code
 * hedges g}, {@code median}, {@code sd}, {@code boot low} and {@code boot high} (the {@link Bootstrap} interval of the mean), {@code
 * outliers} (how many, by {@link Outliers}). What cannot be said, such as an interval for n = 1, is missing. A column of the variant
 * that has one of these names already keeps it, and the other is called after the metric: {@code perf n}.
 */
final class StatisticsTable {

    private static final List<String> PLAIN = List.of("n", "missing", "p", "hedges g", "outliers");

    private final Table table;

    /**
     * @param by the columns of {@code rows} that tell variants apart
     * @param difference what the column of the difference is called
     */
    StatisticsTable(Table rows, List<String> by, Column metric, String difference) {
        List<Column> columns = new ArrayList<>();
        by.forEach(name -> columns.add(rows.column(name)));
        for (String name : List.of(
                "n",
                "missing",
                "mean",
                "low",
                "high",
                "standing",
                difference,
                "difference low",
                "difference high",
                "p",
                "hedges g",
                "median",
                "sd",
                "boot low",
                "boot high",
                "outliers")) {
            String free = by.contains(name) ? metric.name() + " " + name : name;
            columns.add(
                    name.equals("standing")
                            ? Column.text(free)
                            : new Column(
                                    free, Column.Kind.NUMBER, PLAIN.contains(name) ? Optional.empty() : metric.unit()));
        }
        this.table = new Table(columns);
    }

    /** A variant that has a value. */
    void add(
            List<Object> key,
            Repeats variant,
            int missing,
            Optional<Differences.Difference> difference,
            String standing) {
        double[] values = variant.toArray();
        Summary summary = Summary.of(values);
        Optional<Interval> interval = summary.interval();
        Optional<Interval> boot = Bootstrap.DEFAULT.mean(values);
        Optional<Comparison> comparison = difference.map(Differences.Difference::comparison);
        Optional<Interval> ofDifference = comparison.flatMap(Comparison::interval);
        boolean[] outliers = Outliers.flag(values);
        List<Object> cells = new ArrayList<>(key);
        cells.addAll(Arrays.asList(
                summary.n(),
                missing,
                summary.mean(),
                interval.map(Interval::low).orElse(null),
                interval.map(Interval::high).orElse(null),
                standing,
                comparison.map(Comparison::difference).orElse(null),
                ofDifference.map(Interval::low).orElse(null),
                ofDifference.map(Interval::high).orElse(null),
                difference.map(d -> known(d.adjustedP())).orElse(null),
                comparison.map(c -> known(c.hedgesG())).orElse(null),
                summary.median(),
                known(summary.sd()),
                boot.map(Interval::low).orElse(null),
                boot.map(Interval::high).orElse(null),
                IntStream.range(0, outliers.length).filter(i -> outliers[i]).count()));
        table.add(cells);
    }

    /** A variant without a value. */
    void addEmpty(List<Object> key, int missing) {
        List<Object> cells = new ArrayList<>(key);
        cells.addAll(Arrays.asList(0, missing, null, null, null, "no value"));
        cells.addAll(Arrays.asList(new Object[table.columns().size() - cells.size()]));
        table.add(cells);
    }

    Table table() {
        return table;
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
