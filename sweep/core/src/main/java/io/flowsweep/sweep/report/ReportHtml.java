package io.flowsweep.sweep.report;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.page.Html;
import io.flowsweep.sweep.page.InlineSvg;
import io.flowsweep.sweep.page.PageResource;
import io.flowsweep.sweep.page.TableHtml;
import io.flowsweep.sweep.results.ResultColumns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A report as one HTML page. Its content policy lets nothing run but its own script, and nothing be loaded. It stays below 5
 * MB: charts take at most {@value #MOST_CHARTS} letters together, one at most {@value #MOST_CHART}; rows take at most
 * {@value #MOST_ROWS}. What does not fit is named, with the file beside the page that has it.
 */
public final class ReportHtml {

    static final int MOST_CHART = 600_000;
    static final int MOST_CHARTS = 2_200_000;
    static final int MOST_ROWS = 2_400_000;

    private static final int STATIC_ROWS = 100;
    private static final String SCRIPT = PageResource.read(ReportHtml.class, "report.js");

    private final Report report;
    private final StringBuilder page = new StringBuilder();
    private int charts;
    private int chartLetters;

    private ReportHtml(Report report) {
        this.report = report;
    }

    /** The page as text, from {@code <!DOCTYPE html>} on. */
    public static String of(Report report) {
        return new ReportHtml(report).page();
    }

    private String page() {
        page.append("""
                <!DOCTYPE html>
                <html lang="en"%s>
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '%s'">
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                <body>
                <article>
                """.formatted(
                        report.live() ? " data-live" : "",
                        digest(SCRIPT),
                        Html.escape(report.start().name() + " · " + report.state()),
                        PageResource.style(),
                        PageResource.read(ReportHtml.class, "report.css")));
        header();
        for (Section section : report.sections()) {
            page.append("<section>\n<h2>").append(Html.escape(section.title())).append("</h2>\n");
            section.blocks().forEach(this::block);
            page.append("</section>\n");
        }
        return page.append("</article>\n<script>" + SCRIPT + "</script>\n</body>\n</html>\n")
                .toString();
    }

    private void header() {
        String state = Html.escape(report.state());
        page.append(
                "<header><h1>%s</h1>\n<p><span class=\"state %s\">%s</span> %s</p></header>\n<div class=\"values\">\n"
                        .formatted(
                                Html.escape(report.start().name()),
                                state.replace(' ', '-'),
                                state,
                                Html.escape(Headline.sentence(
                                        report.start().flow() + " " + report.state(), report.summary()))));
        for (Headline.Number number : Headline.numbers(report.summary())) {
            page.append("<div class=\"value\"><div class=\"title\">%s</div><div class=\"amount\">%s</div>%s</div>\n"
                    .formatted(
                            Html.escape(number.title()),
                            Html.escape(number.amount()),
                            number.note()
                                    .map(note -> "<div class=\"note\">"
                                            + Html.escape(note).replace(",", ",<wbr/>") + "</div>")
                                    .orElse("")));
        }
        page.append("</div>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Text text) {
            page.append("<p>").append(Html.escape(text.text())).append("</p>\n");
        } else if (block instanceof Block.Facts facts) {
            facts(facts.facts());
        } else if (block instanceof Block.Grid grid) {
            page.append(TableHtml.of(grid.table(), grid.most()));
        } else if (block instanceof Block.Results results) {
            results(results.table());
        } else if (block instanceof Block.Failed failed) {
            page.append("<div class=\"failure\"><b>%s</b>: %s%s</div>\n"
                    .formatted(
                            Html.escape(failed.what()),
                            Html.escape(failed.message()),
                            failed.detail()
                                    .map(detail -> "<div class=\"detail\">" + Html.escape(detail) + "</div>")
                                    .orElse("")));
        } else if (block instanceof Block.Figure figure) {
            figure(figure.chart());
        }
    }

    private void facts(Map<String, String> facts) {
        page.append("<dl>\n");
        facts.forEach((name, value) ->
                page.append("<dt>%s</dt><dd>%s</dd>\n".formatted(Html.escape(name), Html.escape(value))));
        page.append("</dl>\n");
    }

    private void figure(ReportChart chart) {
        charts++;
        String title = Html.escape(chart.title());
        if (!chart.problem().isEmpty()) {
            page.append(
                    "<p class=\"failure\">%s cannot be drawn: %s</p>\n".formatted(title, Html.escape(chart.problem())));
        } else if (chart.svg().length() > MOST_CHART
                || chartLetters + chart.svg().length() > MOST_CHARTS) {
            page.append("<p class=\"more\">%s is too large for this page; it is in charts/%s.svg.</p>\n"
                    .formatted(title, Html.escape(chart.name())));
        } else {
            chartLetters += chart.svg().length();
            page.append("<figure class=\"chart\" aria-label=\"" + title + "\">");
            page.append(InlineSvg.embed(chart.svg(), "c" + charts + "-"));
            page.append(
                    "<figcaption>" + title + ", charts/" + Html.escape(chart.name()) + ".svg</figcaption></figure>\n");
        }
    }

    private void results(Table table) {
        RowsJson rows = RowsJson.of(table, ResultColumns.STATE, MOST_ROWS);
        page.append("<div id=\"results\">\n")
                .append(TableHtml.of(table, STATIC_ROWS))
                .append("</div>\n");
        if (rows.rows() < table.rowCount()) {
            page.append("<p class=\"more\">The first %d of %d rows; results.csv has all.</p>\n"
                    .formatted(rows.rows(), table.rowCount()));
        }
        page.append("<script type=\"application/json\" id=\"rows\">")
                .append(rows.json())
                .append("</script>\n");
    }

    private static String digest(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
