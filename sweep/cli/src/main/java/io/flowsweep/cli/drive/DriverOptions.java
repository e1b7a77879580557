package io.flowsweep.cli.drive;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.SweepOptions;
import java.nio.file.Path;

/** The options of a command that drives a sweep, as the sweep takes them. */
final class DriverOptions {

    private DriverOptions() {}

    /**
     * @param store null for the default
     * @throws InvalidInputException when options cannot be or do not go together
     */
    static SweepOptions of(RunOptions run, Path store) {
        if (!run.problem().isEmpty()) {
            throw new InvalidInputException(run.problem(), "", "");
        }
        SweepOptions options = SweepOptions.defaults().results(run.results).takeOver(run.takeOver);
        options = store == null ? options : options.store(store);
        options = run.executor == null ? options : options.executor(run.executor);
        return run.parallel == null ? options : options.parallel(run.parallel);
    }
}
