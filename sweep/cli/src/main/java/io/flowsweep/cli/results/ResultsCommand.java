package io.flowsweep.cli.results;

import io.flowsweep.cli.input.RecordedInput;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class ResultsCommand extends RecordedInput implements Callable<Integer> {

    @Option(
            names = "--runs",
            description = "A row for each run; default: a row for each variant, its repeats together.")
    boolean runs;

    @Option(
            names = "--group-by",
            paramLabel = "COLUMNS",
            split = ",",
            description =
                    "A row for each combination of these columns, with n, failed and the means; --where comes first.")
    List<String> groupBy = List.of();

    @Option(names = "--all", description = "Also variants that are no longer in the sweep.")
    boolean all;

    @Option(
            names = "--stats",
            paramLabel = "METRIC",
            description =
                    "A row for each variant: n, mean, intervals, how it compares with the sweep's baseline, else with the"
                            + " best.")
    String stats;

    @Option(names = "--to-best", description = "With --stats, compare with the best even if there is a baseline.")
    boolean toBest;

    @Mixin
    TableOptions table;

    @Override
    public Integer call() {
        return new ResultsVerb(this).call();
    }
}
