package io.flowsweep.cli.results;

import java.util.List;
import picocli.CommandLine.Option;

/** What is wanted of a table, and how it is printed. */
final class TableOptions {

    @Option(names = "--csv", description = "Print the table as CSV.")
    boolean csv;

    @Option(names = "--format", paramLabel = "NAME", description = "table, csv, json or jsonl.")
    OutputFormat named;

    /** In the words of the command line. */
    enum OutputFormat {
        table,
        csv,
        json,
        jsonl
    }

    @Option(names = "--where", paramLabel = "EXPRESSION", description = "Only rows for which this holds: 'cpu > 1'.")
    String where;

    @Option(names = "--sort", paramLabel = "COLUMN", description = "Sort by a column; -COLUMN for the largest first.")
    String sort;

    @Option(names = "--columns", paramLabel = "NAMES", split = ",", description = "Only these columns, in this order.")
    List<String> columns = List.of();
}
