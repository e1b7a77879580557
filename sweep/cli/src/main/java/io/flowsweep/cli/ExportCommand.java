package io.flowsweep.cli;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.RecordedSweep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flowsweep export}. */
@Command(sortOptions = false)
final class ExportCommand extends RecordedInput implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The .zip to write; default: NAME.zip.")
    Path output;

    @Option(names = "--force", description = "Replace a file that is there.")
    boolean force;

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        Path file = output == null ? Path.of(StoreLayout.segment(recorded.name()) + ".zip") : output;
        if (Files.exists(file) && !force) {
            throw new InvalidInputException(
                    file + " is there already", "--output", "Name another file, or replace it with --force.");
        }
        warn(recorded);
        recorded.writeArchive(file);
        if (json) {
            print(Map.of("sweep", recorded.id(), "file", file.toString()));
        } else {
            print(file.toString());
        }
        return ExitCodes.SUCCESS;
    }

    /** An archive is sent to others: it holds what runs were given, as they were given it. */
    private void warn(RecordedSweep recorded) {
        List<String> secrets = recorded.origin().secrets();
        if (!secrets.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("warning: the archive holds the values of " + String.join(", ", secrets)
                            + " as the runs had them");
            spec.commandLine().getErr().flush();
        }
    }
}
