package io.flowsweep.cli.results;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.SweepComparison;
import java.util.List;
import java.util.Optional;

/** {@code flowsweep compare}. */
final class CompareVerb {

    private final CompareCommand command;

    CompareVerb(CompareCommand command) {
        this.command = command;
    }

    int call() {
        if (command.sweeps.size() < 2) {
            throw new InvalidInputException(
                    "a comparison needs two sweeps or more, but got only " + command.sweeps.get(0),
                    "",
                    "List them with `flowsweep ls`; @-1 is the last, @-2 the one before it.");
        }
        TableOutput output = new TableOutput(command, command.table);
        List<RecordedSweep> compared = command.sweeps.stream()
                .map(name -> PresentView.of(RecordedSweep.of(Optional.ofNullable(command.store), name), command))
                .toList();
        output.printStatistics(SweepComparison.of(compared, metric(compared.get(0))), "No variant has ended.");
        return ExitCodes.SUCCESS;
    }

    private String metric(RecordedSweep first) {
        return Optional.ofNullable(command.metric)
                .or(() -> first.start().objective())
                .orElseThrow(() -> new InvalidInputException(
                        "the sweep " + first.name() + " has no objective", "", "Name a metric with --on METRIC."));
    }
}
