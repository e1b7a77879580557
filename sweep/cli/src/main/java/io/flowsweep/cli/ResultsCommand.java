package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(sortOptions = false)
final class ResultsCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "SWEEP",
            arity = "0..1",
            description = "A sweep file, or the name or id of a sweep; default: the latest.")
    String sweep;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(
            names = "--stats",
            paramLabel = "METRIC",
            description = "One row for each variant: n, mean, interval, how it compares with the best; the best first.")
    String stats;

    @ArgGroup
    Format format = new Format();

    static final class Format {

        @Option(names = "--csv", description = "Print the table as CSV.")
        boolean csv;

        @Option(names = "--json", description = "Print each row as a line of JSON.")
        boolean json;

        @Option(names = "--format", paramLabel = "NAME", description = "table, csv, json or jsonl.")
        OutputFormat named;

        OutputFormat chosen() {
            if (named != null) {
                return named;
            }
            return csv ? OutputFormat.csv : json ? OutputFormat.jsonl : OutputFormat.table;
        }
    }

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

    @Override
    public Integer call() {
        return new ResultsVerb(this).call();
    }
}
