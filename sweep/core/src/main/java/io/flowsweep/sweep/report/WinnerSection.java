package io.flowsweep.sweep.report;

import static io.flowsweep.sweep.page.Shown.count;
import static io.flowsweep.sweep.page.Shown.value;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.statistics.Differences.Difference;
import io.flowsweep.plots.statistics.Interval;
import io.flowsweep.plots.statistics.Ranking;
import io.flowsweep.plots.statistics.Ranking.Ranked;
import io.flowsweep.plots.statistics.Ranking.Standing;
import io.flowsweep.plots.statistics.Summary;
import io.flowsweep.plots.statistics.VariantStatistics;
import io.flowsweep.sweep.results.ResultColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which variant is the best, and which cannot be told from it. */
final class WinnerSection {

    private static final String TITLE = "The best";
    private static final int MOST_NAMES = 5;
    private static final int MOST_ROWS = 20;
    private static final int DIGITS = 6;
    private static final int DECIMALS_OF_P = 4;

    private final Column metric;
    private final Ranking ranking;
    private final int decimals;

    private WinnerSection(Column metric, Ranking ranking) {
        this.metric = metric;
        this.ranking = ranking;
        this.decimals = decimals(ranking.ranked().get(0).summary().mean());
    }

    static Section of(Report report) {
        Optional<Column> objective = report.start()
                .objective()
                .flatMap(name -> report.metrics().stream()
                        .filter(m -> m.name().equals(ResultColumns.metric(name)))
                        .findFirst());
        if (objective.isEmpty()) {
            return said("The sweep names no objective, so no variant is called the best.");
        }
        Column metric = objective.get();
        if (metric.goal().isEmpty()) {
            return said("The objective " + metric.name() + " has no goal, so no variant is called the best.");
        }
        List<String> by = new ArrayList<>(List.of(ResultColumns.INDEX));
        by.addAll(report.axes());
        Optional<String> repeat =
                Optional.of(ResultColumns.REPEAT).filter(r -> report.start().isPaired());
        return VariantStatistics.ranking(report.table(), by, metric.name(), repeat, report.variants())
                .map(ranking -> new WinnerSection(metric, ranking).section())
                .orElseGet(() -> said("No variant has a value of " + metric.name() + " yet."));
    }

    private static Section said(String sentence) {
        return new Section(TITLE, List.of(new Block.Text(sentence)));
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(winner()));
        if (ranking.ranked().size() > 1) {
            blocks.add(new Block.Text(others()));
            blocks.add(new Block.Grid(table(), MOST_ROWS));
        }
        return new Section(TITLE, blocks);
    }

    private String winner() {
        Ranked best = ranking.ranked().get(0);
        Summary summary = best.summary();
        String how = summary.n() == 1
                ? "from one run (n = 1: no interval)"
                : "the mean of " + summary.n() + " runs"
                        + summary.interval()
                                .map(i -> ", 95 % interval from " + shown(i.low()) + " to " + shown(i.high()))
                                .orElse(", no interval");
        return "The " + (ranking.goal().name().equals("MAXIMIZE") ? "largest " : "smallest ") + metric.name() + ", "
                + amount(summary.mean()) + ", has " + best.variant().name() + ": " + how + ".";
    }

    private String others() {
        List<String> sentences = new ArrayList<>();
        List<Ranked> alike = with(Standing.NOT_DISTINGUISHABLE);
        int worse = with(Standing.WORSE).size();
        int untested = with(Standing.UNTESTED).size();
        if (!alike.isEmpty()) {
            sentences.add(count(alike.size(), "other variant") + " cannot be told from it (corrected p ≥ 0.05): "
                    + names(alike) + ".");
        }
        if (worse > 0) {
            sentences.add((alike.isEmpty() && untested == 0 ? "All others" : count(worse, "variant"))
                    + (worse == 1 && !(alike.isEmpty() && untested == 0) ? " is" : " are")
                    + " worse beyond chance (corrected p < 0.05).");
        }
        if (untested > 0) {
            Ranked next = ranking.ranked().get(1);
            sentences.add("The next is " + next.variant().name() + " with "
                    + amount(next.summary().mean()) + ".");
            sentences.add("Whether the best is really better than "
                    + (untested == ranking.ranked().size() - 1 ? "the others" : count(untested, "variant"))
                    + " cannot be said: n = 1, no test. Repeats would tell.");
        } else {
            sentences.add(
                    "The best of many looks better than it is: run it again with new seeds before relying on its lead.");
        }
        return String.join(" ", sentences);
    }

    private List<Ranked> with(Standing standing) {
        return ranking.ranked().stream().filter(r -> r.standing() == standing).toList();
    }

    private static String names(List<Ranked> ranked) {
        String names =
                ranked.stream().limit(MOST_NAMES).map(r -> r.variant().name()).collect(Collectors.joining("; "));
        return ranked.size() > MOST_NAMES ? names + "; and " + (ranked.size() - MOST_NAMES) + " more" : names;
    }

    private String amount(double value) {
        return shown(value) + metric.unit().map(unit -> " " + unit).orElse("");
    }

    /** As the table beside it shows it. */
    private String shown(double value) {
        return value(rounded(value, decimals));
    }

    private Table table() {
        Table table = new Table(List.of(
                Column.text("variant"),
                Column.number("n"),
                new Column("mean", Column.Kind.NUMBER, metric.unit()),
                new Column("low", Column.Kind.NUMBER, metric.unit()),
                new Column("high", Column.Kind.NUMBER, metric.unit()),
                new Column("to best", Column.Kind.NUMBER, metric.unit()),
                Column.number("p"),
                Column.text("standing")));
        ranking.ranked().forEach(ranked -> table.add(row(ranked)));
        return table;
    }

    private List<Object> row(Ranked ranked) {
        Optional<Interval> interval = ranked.summary().interval();
        return Arrays.asList(
                ranked.variant().name(),
                ranked.summary().n(),
                rounded(ranked.summary().mean(), decimals),
                interval.map(i -> rounded(i.low(), decimals)).orElse(null),
                interval.map(i -> rounded(i.high(), decimals)).orElse(null),
                ranked.toBest()
                        .map(d -> rounded(d.comparison().difference(), decimals))
                        .orElse(null),
                ranked.toBest()
                        .map(Difference::adjustedP)
                        .filter(Double::isFinite)
                        .map(p -> rounded(p, DECIMALS_OF_P))
                        .orElse(null),
                ranked.standing().toString());
    }

    private static double rounded(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : value;
    }

    /** So many that the best mean has {@link #DIGITS} significant digits. */
    private static int decimals(double best) {
        double size = Math.abs(best);
        return size > 0 && Double.isFinite(size) ? Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(size))) : 0;
    }
}
