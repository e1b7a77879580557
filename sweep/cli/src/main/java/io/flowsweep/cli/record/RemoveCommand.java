package io.flowsweep.cli.record;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.RecordedSweep;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code flowsweep rm}. */
@Command(sortOptions = false)
final class RemoveCommand extends StoreInput implements Callable<Integer> {

    @Parameters(paramLabel = "SWEEP", description = RecordedInput.HELP)
    String sweep;

    @Override
    public Integer call() {
        RecordedSweep recorded = RecordedSweep.of(Optional.ofNullable(store), sweep);
        recorded.remove();
        tell("removed the sweep " + recorded.id() + "; its runs are kept", Map.of("removed", recorded.id()));
        return ExitCodes.SUCCESS;
    }
}
