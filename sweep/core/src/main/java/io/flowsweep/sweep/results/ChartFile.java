package io.flowsweep.sweep.results;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.charts.Chart;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.store.StoreLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * One chart of a sweep, as a PNG and an SVG.
 *
 * @param number its place among the sweep's charts, from 1
 */
public record ChartFile(int number, ChartSpec spec) {

    private static final List<String> FORMATS = List.of("png", "svg");

    /** The file's name without its extension: {@code 1-line-perf}. */
    public String name() {
        return StoreLayout.segment(number + "-" + spec.type() + "-" + spec.subject());
    }

    /** What it shows: the title that was asked for, else its kind and subject. */
    public String title() {
        return spec.title().orElseGet(() -> spec.type() + " chart of " + spec.subject());
    }

    /**
     * Draws the chart; adds the files to {@code written}, or why it cannot be drawn to {@code problems}.
     *
     * @throws UnableToWriteException when a file cannot be written
     */
    void write(Table table, Path folder, List<Path> written, List<String> problems) {
        try {
            Chart chart = Charts.of(spec, table);
            for (String format : FORMATS) {
                Path file = folder.resolve(name() + "." + format);
                chart.write(file);
                written.add(file);
            }
        } catch (UnableToWriteException e) {
            throw e;
        } catch (RuntimeException | LinkageError | InternalError e) { // the errors: a machine without fonts
            problems.add("chart " + name() + " was not drawn: " + e.getMessage());
        }
    }
}
