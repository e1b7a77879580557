package io.flowsweep.cli.results;

import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.cli.results.TableOptions.OutputFormat;
import io.flowsweep.codec.Json;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.results.ShownTable;
import io.flowsweep.sweep.results.TableQuery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** Prints a table as a command's options say. */
final class TableOutput {

    private static final String MISSING = "missing";

    /** Columns of statistics that only programs are shown. */
    private static final List<String> FURTHER =
            List.of("difference low", "difference high", "median", "sd", "boot low", "boot high", "outliers");

    private final TableOptions options;
    private final OutputFormat format;
    private final PrintWriter out;

    /** @throws ParameterException when two formats are asked for */
    TableOutput(StoreInput command, TableOptions options) {
        this.options = options;
        this.out = command.spec.commandLine().getOut();
        if (Stream.of(options.csv, command.json, options.named != null)
                        .filter(b -> b)
                        .count()
                > 1) {
            throw new ParameterException(
                    command.spec.commandLine(), "--csv, --json and --format are mutually exclusive (specify only one)");
        }
        this.format = options.named != null
                ? options.named
                : options.csv ? OutputFormat.csv : command.json ? OutputFormat.jsonl : OutputFormat.table;
    }

    boolean isForPeople() {
        return format == OutputFormat.table;
    }

    /** The rows for which {@code --where} holds, of a table that is worked on further. */
    Table filtered(Table table) {
        return new TableQuery(Optional.ofNullable(options.where), Optional.empty(), List.of()).apply(table);
    }

    /** @param empty what is said to people in place of a table without rows */
    void print(Table table, String empty) {
        printed(new TableQuery(Optional.ofNullable(options.where), sort(), options.columns).apply(table), empty);
    }

    /** A table of statistics: of its many columns, people are shown those that they look for first, unless they name some. */
    void printStatistics(Table table, String empty) {
        List<String> all = table.columns().stream().map(Column::name).toList();
        List<String> hidden = new ArrayList<>(FURTHER);
        if (IntStream.range(0, table.rowCount()).allMatch(row -> Objects.equals(table.get(row, MISSING), 0.0))) {
            hidden.add(MISSING);
        }
        hidden.retainAll(all);
        if (!isForPeople() || !options.columns.isEmpty()) {
            print(table, empty);
            return;
        }
        List<String> shown = all.stream().filter(name -> !hidden.contains(name)).toList();
        Table filtered = filtered(table);
        printed(new TableQuery(Optional.empty(), sort(), shown).apply(filtered), empty);
        out.println("more columns with --columns or --csv: " + String.join(", ", hidden));
        out.flush();
    }

    /** The same for a table that has been {@link #filtered} before. */
    void printFiltered(Table table, String empty) {
        printed(new TableQuery(Optional.empty(), sort(), options.columns).apply(table), empty);
    }

    private Optional<String> sort() {
        return Optional.ofNullable(options.sort);
    }

    private void printed(Table table, String empty) {
        switch (format) {
            case csv -> out.print(CsvFile.text(table));
            case json -> out.print(Json.write(rows(table)) + "\n");
            case jsonl -> rows(table).forEach(row -> out.print(Json.write(row) + "\n"));
            case table ->
                out.print(
                        table.rowCount() == 0
                                ? empty + "\n"
                                : TextTable.render(
                                        ShownTable.of(table), Terminal.detect().width()));
        }
        out.flush();
    }

    /** Whole numbers without a decimal point. */
    private static Object whole(Object cell) {
        return cell instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1L << 53 ? (Object) d.longValue() : cell;
    }

    private static List<Map<String, Object>> rows(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                cells.put(column.name(), whole(table.get(row, column.name())));
            }
            rows.add(cells);
        }
        return rows;
    }
}
