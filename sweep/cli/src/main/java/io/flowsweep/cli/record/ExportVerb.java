package io.flowsweep.cli.record;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.RecordedSweep;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code flowsweep export}. */
final class ExportVerb {

    private final ExportCommand command;

    ExportVerb(ExportCommand command) {
        this.command = command;
    }

    int call() {
        RecordedSweep recorded = command.recorded();
        Path file = command.output == null ? Path.of(StoreLayout.segment(recorded.name()) + ".zip") : command.output;
        if (Files.exists(file) && !command.force) {
            throw new InvalidInputException(
                    file + " is there already", "--output", "Name another file, or replace it with --force.");
        }
        if (command.masked) {
            recorded.writeMaskedArchive(file);
        } else {
            warn(recorded);
            recorded.writeArchive(file);
        }
        command.tell(file.toString(), Map.of("sweep", recorded.id(), "file", file.toString()));
        return ExitCodes.SUCCESS;
    }

    /** An archive is sent to others: it holds what runs were given, as they were given it. */
    private void warn(RecordedSweep recorded) {
        List<String> secrets = recorded.origin().secrets();
        if (!secrets.isEmpty()) {
            PrintWriter err = command.spec.commandLine().getErr();
            err.println("warning: the archive holds the values of " + String.join(", ", secrets)
                    + " as the runs had them; --masked masks them");
            err.flush();
        }
    }
}
