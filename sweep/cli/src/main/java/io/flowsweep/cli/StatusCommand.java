package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(sortOptions = false)
final class StatusCommand extends RecordedInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        if (json) {
            print(StatusText.json(recorded));
        } else {
            say(StatusText.of(recorded));
        }
        return ExitCodes.SUCCESS;
    }
}
