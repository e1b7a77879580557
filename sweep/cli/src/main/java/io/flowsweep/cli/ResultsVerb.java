package io.flowsweep.cli;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.TableQuery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep results}. */
final class ResultsVerb {

    private final ResultsCommand command;
    private final PrintWriter out;

    ResultsVerb(ResultsCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call() {
        Optional<Path> store = Optional.ofNullable(command.store);
        RecordedSweep sweep =
                command.sweep == null ? RecordedSweep.latest(store) : RecordedSweep.of(store, command.sweep);
        Table table = command.stats == null ? sweep.results() : sweep.statistics(command.stats);
        table = new TableQuery(Optional.ofNullable(command.where), Optional.ofNullable(command.sort), command.columns)
                .apply(table);
        switch (command.format.chosen()) {
            case csv -> out.print(CsvFile.text(table));
            case json -> out.print(Json.write(rows(table)) + "\n");
            case jsonl -> rows(table).forEach(row -> out.print(Json.write(row) + "\n"));
            case table -> {
                out.print(
                        table.rowCount() == 0
                                ? "No variant has ended.\n"
                                : TextTable.render(table, Terminal.detect().width()));
                out.println("\n" + EndReport.line(sweep.summary()) + ending(sweep));
            }
        }
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private static String ending(RecordedSweep sweep) {
        if (sweep.lost()) {
            return ". Its driver died before the end";
        }
        return sweep.summary().outcome().isEmpty() ? ". It goes on" : "";
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
