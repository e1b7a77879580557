package io.flowsweep.sweep.report;

import io.flowsweep.plots.AtomicFile;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.results.ChartFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Files of reports; each appears whole or not at all. */
public final class ReportFolder {

    private ReportFolder() {}

    /** The table, the page and the charts of a report: name to content. */
    public static Map<String, byte[]> files(Report report) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("results.csv", bytes(CsvFile.text(report.table())));
        files.put("report.html", bytes(ReportHtml.of(report)));
        report.charts().stream()
                .filter(chart -> !chart.svg().isEmpty())
                .forEach(chart -> files.put("charts/" + chart.name() + ".svg", bytes(chart.svg())));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a page.
     *
     * @throws UnableToWriteException when that fails
     */
    public static void html(Report report, Path file) {
        write(file, ReportHtml.of(report));
    }

    /**
     * Writes Markdown, which finds its charts in {@code charts/} beside it.
     *
     * @throws UnableToWriteException when that fails
     */
    public static void markdown(Report report, Path file) {
        write(file, ReportMarkdown.of(report));
    }

    /** Whether the chart is in a folder. */
    static boolean isDrawn(ChartFile chart, Path charts) {
        return Files.exists(charts.resolve(chart.name() + ".svg"));
    }

    /** The chart as it was drawn into a folder before, or the reason why it is not there. */
    static ReportChart drawn(ChartFile chart, Path charts) {
        Path svg = charts.resolve(chart.name() + ".svg");
        try {
            return ReportChart.of(chart, Files.readString(svg));
        } catch (IOException e) {
            return ReportChart.failed(chart, "there is no " + svg.getFileName());
        }
    }

    /** Draws a chart as a PNG into the folder {@code charts} that Markdown links to. */
    public static void png(ChartFile chart, Function<ChartSpec, Table> tables, Path folder) {
        Charts.of(chart.spec(), tables.apply(chart.spec()))
                .png(folder.resolve("charts").resolve(chart.name() + ".png"));
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, out -> out.write(bytes(text)));
        } catch (IOException e) {
            throw new UnableToWriteException(file, e);
        }
    }
}
