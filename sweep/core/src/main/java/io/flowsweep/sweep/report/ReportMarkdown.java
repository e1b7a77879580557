package io.flowsweep.sweep.report;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.results.ShownTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as Markdown with links to the charts as PNGs in {@code charts/}. Of a long table the first rows are shown. */
final class ReportMarkdown {

    private static final int MOST_ROWS = 100;

    private final StringBuilder text = new StringBuilder();

    private ReportMarkdown() {}

    public static String of(Report report) {
        ReportMarkdown markdown = new ReportMarkdown();
        markdown.text
                .append("# " + escape(report.start().name()) + "\n\n")
                .append(escape(Headline.sentence(report.start().flow() + " " + report.state(), report.summary()))
                        + "\n");
        for (Section section : report.sections()) {
            markdown.text.append("\n## " + section.title() + "\n");
            section.blocks().forEach(markdown::block);
        }
        return markdown.text.toString();
    }

    private void block(Block block) {
        text.append('\n');
        if (block instanceof Block.Text one) {
            text.append(escape(one.text()) + "\n");
        } else if (block instanceof Block.Facts facts) {
            facts.facts().forEach((name, value) -> text.append("- " + escape(name) + ": " + escape(value) + "\n"));
        } else if (block instanceof Block.Grid grid) {
            table(grid.table(), grid.most());
        } else if (block instanceof Block.Results results) {
            table(results.table(), MOST_ROWS);
        } else if (block instanceof Block.Failed failed) {
            text.append("- **" + escape(failed.what()) + "**: " + escape(failed.message())
                    + failed.detail().map(detail -> " (" + escape(detail) + ")").orElse("") + "\n");
        } else if (block instanceof Block.Figure figure) {
            figure(figure.chart());
        }
    }

    private void figure(ReportChart chart) {
        text.append(
                chart.problem().isEmpty()
                        ? "![" + escape(chart.title()) + "](charts/" + chart.name() + ".png)\n"
                        : escape(chart.title()) + " cannot be drawn: " + escape(chart.problem()) + "\n");
    }

    private void table(Table whole, int most) {
        Table table = ShownTable.of(whole);
        List<Column> columns = table.columns();
        line(columns.stream().map(Column::label).toList());
        text.append(columns.stream()
                .map(column -> column.kind() == Column.Kind.NUMBER ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        int rows = Math.min(most, table.rowCount());
        IntStream.range(0, rows)
                .forEach(row -> line(columns.stream()
                        .map(column -> table.text(row, column.name()))
                        .toList()));
        if (table.rowCount() > rows) {
            text.append("\n… and " + (table.rowCount() - rows) + " more rows\n");
        }
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(ReportMarkdown::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** On one line, with nothing that Markdown or HTML would take for more than a letter. */
    private static String escape(String text) {
        return text.replaceAll("[\\r\\n]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1");
    }
}
