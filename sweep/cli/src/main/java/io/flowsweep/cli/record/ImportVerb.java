package io.flowsweep.cli.record;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.archive.SweepArchive.Imported;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep import}. */
final class ImportVerb {

    private final ImportCommand command;

    ImportVerb(ImportCommand command) {
        this.command = command;
    }

    int call() {
        Imported imported = RecordedSweep.readArchive(command.file, Optional.ofNullable(command.store));
        command.tell(
                "the sweep " + imported.sweep() + " with " + Texts.count(imported.runs(), "new run"),
                Map.of("sweep", imported.sweep(), "runs", imported.runs()));
        return ExitCodes.SUCCESS;
    }
}
