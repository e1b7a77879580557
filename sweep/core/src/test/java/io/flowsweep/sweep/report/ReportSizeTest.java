package io.flowsweep.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.events.RunState;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepTally;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportSizeTest {

    private static final int VARIANTS = 10_000;
    private static final int FIVE_MEGABYTES = 5_000_000;

    private final ResultsTable results = new ResultsTable();
    private final SweepTally tally = new SweepTally();

    private void accept(SweepEvent event) {
        results.accept(event);
        tally.accept(event);
    }

    /** As many variants, a tenth of which failed for reasons of their own, at length. */
    private Report large(ChartSpec... charts) {
        accept(Samples.started(VARIANTS));
        for (int i = 0; i < VARIANTS; i++) {
            VariantStarted started =
                    Samples.started(i, i / 7.0, "a backend with a name that goes on, number " + i % 50);
            accept(started);
            accept(
                    i % 10 == 0
                            ? Samples.ended(i, RunState.FAILED, word(i) + " is wrong ".repeat(1000))
                            : Samples.succeeded(i, Math.sin(i) * 1e5));
        }
        List<ReportChart> drawn = IntStream.range(0, charts.length)
                .mapToObj(i -> ReportChart.draw(new ChartFile(i + 1, charts[i]), results::table))
                .toList();
        return new Report(
                Samples.started(VARIANTS),
                Whereabouts.UNKNOWN,
                tally.summary(),
                "completed",
                results.table(),
                drawn,
                false);
    }

    /** Messages that differ by numbers only are counted as one. */
    private static String word(int i) {
        return Integer.toString(i)
                .chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0'))
                .collect(Collectors.joining());
    }

    @Test
    void tenThousandVariantsStayBelowFiveMegabytes() {
        ChartSpec scatter = ChartSpec.of(ChartType.SCATTER, "cpu", "perf");
        Report report = large(scatter, ChartSpec.line("cpu", "perf"), ChartSpec.bar("backend", "perf"));

        String html = ReportHtml.of(report);

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(FIVE_MEGABYTES);
        assertThat(html).contains("[9999,").doesNotContain("results.csv has all");
        assertThat(html)
                .as("charts of many rows")
                .doesNotContain("is too large for this page")
                .contains("charts/1-scatter-perf.svg");
        assertThat(html).contains("And 950 more with 950 other messages: a report shows the 50 most frequent.");
        assertThat(ReportMarkdown.of(report)).contains("… and 9900 more rows").hasSizeLessThan(FIVE_MEGABYTES);
    }

    @Test
    void chartsBeyondTheirShareAreNamedWithTheirFiles() {
        String svg = "<svg>" + "x".repeat(ReportHtml.MOST_CHART - 20) + "</svg>";
        List<ReportChart> charts = IntStream.range(0, 6)
                .mapToObj(i -> new ReportChart("chart-" + i, "Chart " + i, svg, "", ""))
                .toList();
        Report small = large();
        String html = ReportHtml.of(new Report(
                small.start(), small.whereabouts(), small.summary(), "completed", small.table(), charts, false));

        assertThat(html).contains("Chart 3 is too large for this page; it is in charts/chart-3.svg.");
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(FIVE_MEGABYTES);
    }

    @Test
    void rowsBeyondTheirShareAreLeftOut() {
        Table table = new Table(List.of(Column.number("i"), Column.text("text")));
        IntStream.range(0, 100).forEach(i -> table.add(List.of(i, "x".repeat(50))));

        RowsJson rows = RowsJson.of(table, "state", 1000);

        assertThat(rows.json()).hasSizeLessThan(1010);
        assertThat(rows.rows()).isBetween(5, 20);
        Map<String, Object> data = Json.parseObject(rows.json());
        assertThat((List<?>) data.get("rows")).hasSize(rows.rows());
    }
}
