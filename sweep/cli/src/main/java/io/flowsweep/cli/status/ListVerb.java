package io.flowsweep.cli.status;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.codec.Secrets;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.SweepSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code flowsweep ls}. */
final class ListVerb {

    private final ListCommand command;

    ListVerb(ListCommand command) {
        this.command = command;
    }

    int call() {
        List<RecordedSweep> sweeps = RecordedSweep.all(Optional.ofNullable(command.store));
        if (command.json) {
            sweeps.forEach(sweep -> command.print(StatusText.json(sweep)));
            return ExitCodes.SUCCESS;
        }
        command.print(
                sweeps.isEmpty()
                        ? "There is no sweep."
                        : TextTable.render(table(sweeps), Terminal.detect().width())
                                .stripTrailing());
        return ExitCodes.SUCCESS;
    }

    /** A sweep is called by its id where others have its name: they are of one file with other overrides. */
    private static Table table(List<RecordedSweep> sweeps) {
        Map<String, Long> names =
                sweeps.stream().collect(Collectors.groupingBy(RecordedSweep::name, Collectors.counting()));
        Table table = new Table(List.of(
                Column.text("sweep"),
                Column.text("state"),
                Column.text("runs"),
                Column.number("failed"),
                Column.text("started"),
                Column.text("file")));
        for (RecordedSweep sweep : sweeps) {
            SweepSummary summary = sweep.summary();
            table.add(List.of(
                    names.get(sweep.name()) > 1 ? sweep.id() : sweep.name(),
                    StatusText.state(sweep),
                    summary.done() + "/" + summary.trials(),
                    summary.failed(),
                    LocalTimes.text(sweep.startedAt()),
                    Secrets.maskedUrls(
                            (Texts.path(sweep.file()) + " " + String.join(" ", sweep.overrides())).strip())));
        }
        return table;
    }
}
