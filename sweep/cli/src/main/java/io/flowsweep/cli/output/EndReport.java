package io.flowsweep.cli.output;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.SweepRun;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import io.flowsweep.sweep.results.Undrawn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on the screen when a sweep has ended: table, failures by message, files; where the results are stands last. */
public final class EndReport {

    private static final int MOST_ROWS = 60;
    private static final int MOST_GROUPS = 20;

    private EndReport() {}

    /** @param leftOut which variants a sweep that has ended early has left out */
    public static String of(SweepRun run, SweepSummary summary, Optional<String> leftOut, int width) {
        StringBuilder text = new StringBuilder("\n");
        text.append(table(run.statistics().byVariant(), width));
        text.append(failures(summary.failures()));
        text.append('\n').append(line(summary)).append('\n');
        leftOut.ifPresent(names -> text.append("left    ").append(names).append('\n'));
        NextSteps.of(summary)
                .forEach(step -> text.append("next    ").append(step).append('\n'));
        for (String problem : run.problems()) {
            text.append("warning: ").append(problem).append('\n');
        }
        Undrawn.sentence(run.emptyCharts(), summary)
                .ifPresent(sentence -> text.append("charts  ").append(sentence).append('\n'));
        for (Path file : run.files()) {
            text.append(kind(file.getFileName().toString()))
                    .append(Texts.path(file))
                    .append('\n');
        }
        return text.append("results ")
                .append(Texts.path(run.folder()))
                .append('\n')
                .toString();
    }

    /** At most {@link #MOST_GROUPS} messages, the most frequent; the others are counted. */
    private static String failures(List<FailureGroup> groups) {
        StringBuilder text = new StringBuilder();
        for (FailureGroup group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            text.append('\n')
                    .append(group.count())
                    .append(group.run().isPresent() ? " failed: " : " skipped: ")
                    .append(group.message())
                    .append('\n');
            text.append("    for example ").append(group.example());
            text.append(group.run().map(id -> ", run " + id).orElse("")).append('\n');
        }
        if (groups.size() > MOST_GROUPS) {
            List<FailureGroup> more = groups.subList(MOST_GROUPS, groups.size());
            text.append("\n… and ")
                    .append(more.stream().mapToLong(FailureGroup::count).sum())
                    .append(" more with ")
                    .append(Texts.count(more.size(), "other message"))
                    .append('\n');
        }
        return text.toString();
    }

    private static String kind(String name) {
        return name.startsWith("report.") ? "report  " : name.endsWith(".csv") ? "table   " : "chart   ";
    }

    /** At most {@link #MOST_ROWS} rows; the rest is in the file. */
    static String table(Table table, int width) {
        if (table.rowCount() == 0) {
            return "No variant has ended.\n";
        }
        Table shown = ShownTable.of(table);
        if (shown.rowCount() <= MOST_ROWS) {
            return TextTable.render(shown, width);
        }
        return TextTable.render(head(shown), width) + "… and " + Texts.count(table.rowCount() - MOST_ROWS, "row")
                + " more\n";
    }

    private static Table head(Table table) {
        Table head = new Table(table.columns());
        for (int row = 0; row < MOST_ROWS; row++) {
            List<Object> cells = new ArrayList<>();
            for (Column column : table.columns()) {
                cells.add(table.get(row, column.name()));
            }
            head.add(cells);
        }
        return head;
    }

    /** How the sweep stands, on one line. */
    public static String line(SweepSummary summary) {
        StringBuilder text = new StringBuilder(summary.name()).append(": ").append(summary.countsText());
        text.append(" in ").append(Texts.duration(summary.elapsed()));
        summary.reason().ifPresent(why -> text.append(". Ended early: ").append(why));
        summary.best()
                .ifPresent(best -> text.append(". Best ")
                        .append(best.metric())
                        .append(": ")
                        .append(Texts.number(best.value()))
                        .append(best.unit().map(u -> " " + u).orElse(""))
                        .append(" (")
                        .append(best.variant())
                        .append(')'));
        return text.toString();
    }
}
