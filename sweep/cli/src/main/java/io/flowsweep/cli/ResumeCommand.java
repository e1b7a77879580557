package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code flowsweep resume}: a paused driver goes on; a sweep that nobody drives is taken up again, as it was. */
@Command(sortOptions = false)
final class ResumeCommand extends RecordedInput implements Callable<Integer> {

    @Mixin
    RunOptions run;

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        if (!run.takeOver && recorded.summary().paused() && recorded.goOn() > 0) {
            tell("told the driver of " + recorded.name() + " to start runs again", Told.facts(recorded, "resume"));
            return ExitCodes.SUCCESS;
        }
        Sweep sweep = recorded.sweep();
        return new Driving(spec.commandLine(), json, run.show).run(sweep, DriverOptions.of(run, recorded.store()));
    }
}
