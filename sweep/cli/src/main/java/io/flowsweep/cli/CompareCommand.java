package io.flowsweep.cli;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.SweepComparison;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flowsweep compare}. */
@Command(sortOptions = false)
final class CompareCommand extends StoreInput implements Callable<Integer> {

    @Parameters(
            paramLabel = "SWEEP",
            arity = "2..*",
            description = "Sweeps, by file, name, the beginning of it, or @-2; the others are compared with the first.")
    List<String> sweeps;

    @Option(names = "--on", paramLabel = "METRIC", description = "The metric; default: the objective of the first.")
    String metric;

    @Mixin
    TableOptions table;

    @Override
    public Integer call() {
        TableOutput output = new TableOutput(this, table);
        List<RecordedSweep> compared = sweeps.stream()
                .map(name -> PresentView.of(RecordedSweep.of(Optional.ofNullable(store), name), this))
                .toList();
        output.printStatistics(SweepComparison.of(compared, metric(compared.get(0))), "No variant has ended.");
        return ExitCodes.SUCCESS;
    }

    private String metric(RecordedSweep first) {
        return Optional.ofNullable(metric)
                .or(() -> first.start().objective())
                .orElseThrow(() -> new InvalidInputException(
                        "the sweep " + first.name() + " has no objective", "", "Name a metric with --on METRIC."));
    }
}
