package io.flowsweep.cli.status;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.output.ExitCodes;
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
