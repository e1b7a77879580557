package io.flowsweep.sweep.results;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.plots.charts.Chart;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.store.StoreLayout;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One chart of a sweep, as a PNG and an SVG.
 *
 * @param number its place among the sweep's charts, from 1
 * @param offered whether nobody has asked for it: then it is left out as long as it would show nothing
 */
public record ChartFile(int number, ChartSpec spec, boolean offered) {

    /** A chart that was asked for. */
    public ChartFile(int number, ChartSpec spec) {
        this(number, spec, false);
    }

    private static final List<String> FORMATS = List.of("png", "svg");

    /** The file's name without its extension: {@code 1-line-perf}. */
    public String name() {
        return StoreLayout.segment(number + "-" + spec.type() + "-" + spec.subject());
    }

    /** What it shows: the title that was asked for, else its kind and subject. */
    public String title() {
        String kind = spec.type().toString();
        return spec.title().orElseGet(() -> spec.subject().equals(kind) ? kind : kind + " chart of " + spec.subject());
    }

    /** Whether there is anything to see in it, so far: of curves, whether a run has reported more than one value. */
    public boolean isWorthwhile(Table table) {
        if (!offered || spec.type() != ChartType.CURVES) {
            return true;
        }
        Set<List<Object>> once = new HashSet<>();
        List<String> trial = Stream.of(Channel.VARIANT, Channel.REPEAT)
                .flatMap(channel -> spec.columns(channel).stream())
                .toList();
        return IntStream.range(0, table.rowCount())
                .anyMatch(row -> !once.add(
                        trial.stream().map(column -> table.get(row, column)).toList()));
    }

    /**
     * What became of a chart that was to be drawn.
     *
     * @param files empty when there is a problem, or nothing to see
     * @param empty whether no row has a value for it
     * @param problem why it cannot be drawn
     */
    record Drawn(List<Path> files, boolean empty, Optional<String> problem) {}

    /**
     * Draws the chart from its table, unless there is nothing to see in it.
     *
     * @throws UnableToWriteException when a file cannot be written
     */
    Drawn write(Function<ChartSpec, Table> tables, Path folder) {
        try {
            Table table = tables.apply(spec);
            if (!isWorthwhile(table)) {
                return new Drawn(List.of(), false, Optional.empty());
            }
            Chart chart = Charts.of(spec, table);
            if (chart.model().message().isPresent()) {
                return new Drawn(List.of(), true, Optional.empty());
            }
            List<Path> files = FORMATS.stream()
                    .map(format -> folder.resolve(name() + "." + format))
                    .toList();
            files.forEach(chart::write);
            return new Drawn(files, false, Optional.empty());
        } catch (UnableToWriteException e) {
            throw e;
        } catch (RuntimeException | LinkageError | InternalError e) { // the errors: a machine without fonts
            return new Drawn(List.of(), false, Optional.of("chart " + name() + " was not drawn: " + e.getMessage()));
        }
    }
}
