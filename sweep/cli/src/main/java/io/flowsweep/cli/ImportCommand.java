package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.archive.SweepArchive.Imported;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code flowsweep import}. */
@Command(sortOptions = false)
final class ImportCommand extends StoreInput implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A .zip that `flowsweep export` has written.")
    Path file;

    @Override
    public Integer call() {
        Imported imported = RecordedSweep.readArchive(file, Optional.ofNullable(store));
        if (json) {
            print(Map.of("sweep", imported.sweep(), "runs", imported.runs()));
        } else {
            print("the sweep " + imported.sweep() + " with " + Texts.count(imported.runs(), "new run"));
        }
        return ExitCodes.SUCCESS;
    }
}
